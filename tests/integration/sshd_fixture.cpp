// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshd_fixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::tests {

namespace {

constexpr char sshd[] = "/usr/sbin/sshd";

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

// Parent of a process, by /proc/PID/stat.
qint64 parentOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

QList<qint64> descendantsOf(qint64 ancestor)
{
    QList<qint64> found{ancestor};
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const qint64 pid = name.toLongLong();
        if (pid > 0 && found.contains(parentOf(pid)))
            found << pid;
    }
    found.removeFirst();
    return found;
}

} // namespace

SshdFixture::SshdFixture()
{
    ::chmod(QFile::encodeName(m_folder.path()).constData(), 0755); // other accounts read authorized_keys
    m_accounts.push_back({QStringLiteral("root"), 0, QStringLiteral("/bin/sh"), {}});
    makeKey(QStringLiteral("host_key"), {});
    makeKey(QStringLiteral("id"), {});
    forget();
}

SshdFixture::~SshdFixture()
{
    stop();
}

QString SshdFixture::whyNot()
{
    if (::geteuid() != 0)
        return QStringLiteral("only root can run an sshd with accounts of its own");
    if (!QFileInfo::exists(QLatin1String(sshd)))
        return QStringLiteral("openssh-server is not installed");
    QProcess probe;
    probe.start(QStringLiteral("unshare"), {QStringLiteral("-m"), QStringLiteral("true")});
    if (!probe.waitForFinished() || probe.exitCode() != 0)
        return QStringLiteral("mount namespaces cannot be made here");
    return {};
}

void SshdFixture::addAccount(const Account &account)
{
    m_accounts.push_back(account);
}

void SshdFixture::addClientLine(const QByteArray &line)
{
    m_clientLines << line;
    if (m_process)
        writeConfiguration();
}

void SshdFixture::write(const QString &name, const QByteArray &content, int mode)
{
    QFile file(this->file(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.write(content);
    file.close();
    ::chmod(QFile::encodeName(file.fileName()).constData(), static_cast<mode_t>(mode));
}

QByteArray SshdFixture::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed();
}

void SshdFixture::makeKey(const QString &name, const QByteArray &passphrase)
{
    QFile::remove(file(name));
    run(QStringLiteral("ssh-keygen"),
        {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
         QString::fromUtf8(passphrase), QStringLiteral("-f"), file(name)});
}

void SshdFixture::writeConfiguration()
{
    QByteArray passwd;
    QByteArray shadow;
    for (const Account &account : m_accounts) {
        const QByteArray name = account.name.toUtf8();
        const QByteArray uid = QByteArray::number(account.uid);
        passwd += name + ":x:" + uid + ':' + uid + "::" + QFile::encodeName(m_folder.path()) + ':'
            + account.shell.toUtf8() + '\n';
        const QByteArray hash = account.password.isEmpty()
            ? QByteArray("*")
            : run(QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-6"), account.password});
        shadow += name + ':' + hash + ":19000:0:99999:7:::\n";
    }
    passwd += "sshd:x:102:65534::/run/sshd:/usr/sbin/nologin\nnobody:x:65534:65534::/:/usr/sbin/nologin\n";
    write(QStringLiteral("passwd"), passwd);
    write(QStringLiteral("shadow"), shadow, 0600);
    write(QStringLiteral("group"), "root:x:0:\nplain:x:4242:\nnogroup:x:65534:\n");

    const QByteArray folder = QFile::encodeName(m_folder.path());
    write(QStringLiteral("sshd_config"),
          "ListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) + "\nHostKey " + folder
              + "/host_key\nPidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nAuthorizedKeysFile " + folder
              + "/authorized_keys\nMaxStartups 100\nLogLevel INFO\n" + m_serverLines.join('\n') + '\n');
    write(QStringLiteral("ssh_config"),
          "Host *\n" + m_clientLines.join('\n') + "\nUserKnownHostsFile " + folder
              + "/known_hosts\nGlobalKnownHostsFile /dev/null\nIdentityFile " + folder
              + "/id\nIdentitiesOnly yes\nIdentityAgent none\nKexAlgorithms curve25519-sha256\nHashKnownHosts no\n"
                "UpdateHostKeys no\nStrictHostKeyChecking ask\n");
}

bool SshdFixture::start()
{
    if (!QFileInfo::exists(file(QStringLiteral("authorized_keys"))))
        QFile::copy(file(QStringLiteral("id.pub")), file(QStringLiteral("authorized_keys")));
    QDir().mkpath(QStringLiteral("/run/sshd"));
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (m_port == 0 || attempt > 0)
            m_port = freePort(); // may be taken by the time that sshd binds it
        writeConfiguration();
        m_process = std::make_unique<QProcess>();
        m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also when the test crashes
        m_process->setStandardErrorFile(file(QStringLiteral("log")));
        const QString script =
            QStringLiteral("for f in passwd shadow group; do mount --bind \"$1/$f\" /etc/$f || exit 9; "
                           "done; exec %1 -D -e -f \"$1/sshd_config\"")
                .arg(QLatin1String(sshd));
        m_process->start(QStringLiteral("unshare"),
                         {QStringLiteral("-m"), QStringLiteral("--propagation"), QStringLiteral("private"),
                          QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"), m_folder.path()});
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 10'000 && !m_process->waitForFinished(20)) {
            if (log().contains(QLatin1String("Server listening on")))
                return true;
        }
        stop();
    }
    return false;
}

void SshdFixture::stop()
{
    if (!m_process)
        return;
    const QList<qint64> connections = connectionProcesses();
    m_process->terminate();
    if (!m_process->waitForFinished(5000))
        m_process->kill();
    for (const qint64 pid : connections)
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    m_process.reset();
}

QString SshdFixture::log() const
{
    QFile file(this->file(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

base::SshTarget SshdFixture::target(const QString &user) const
{
    return base::SshTarget::parse(QStringLiteral("ssh://%1@127.0.0.1:%2").arg(user).arg(m_port)).value();
}

QStringList SshdFixture::clientArguments() const
{
    return {QStringLiteral("-F"), file(QStringLiteral("ssh_config"))};
}

void SshdFixture::trust()
{
    QFile key(file(QStringLiteral("host_key.pub")));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no host key");
    write(QStringLiteral("known_hosts"), "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key.readAll());
}

void SshdFixture::forget()
{
    write(QStringLiteral("known_hosts"), {});
}

QByteArray SshdFixture::knownHosts() const
{
    QFile known(file(QStringLiteral("known_hosts")));
    return known.open(QIODevice::ReadOnly) ? known.readAll() : QByteArray();
}

QByteArray SshdFixture::fingerprint() const
{
    return run(QStringLiteral("ssh-keygen"), {QStringLiteral("-lf"), file(QStringLiteral("host_key.pub"))})
        .split(' ')
        .value(1);
}

void SshdFixture::replaceHostKey()
{
    makeKey(QStringLiteral("host_key"), {});
}

void SshdFixture::usePassphrase(const QByteArray &passphrase)
{
    run(QStringLiteral("ssh-keygen"),
        {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-P"), QString(), QStringLiteral("-N"),
         QString::fromUtf8(passphrase), QStringLiteral("-f"), file(QStringLiteral("id"))});
}

void SshdFixture::authorizeNobody()
{
    write(QStringLiteral("authorized_keys"), {});
}

QList<qint64> SshdFixture::connectionProcesses() const
{
    return m_process ? descendantsOf(m_process->processId()) : QList<qint64>();
}

void SshdFixture::freezeConnections(bool frozen)
{
    for (const qint64 pid : connectionProcesses())
        ::kill(static_cast<pid_t>(pid), frozen ? SIGSTOP : SIGCONT);
}

} // namespace mediahelm::tests
