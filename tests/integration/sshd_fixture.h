// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace mediahelm::tests {

// A real sshd of our own on a loopback port, with its own host key, configuration and accounts, and a client's
// configuration that reaches it with a key. It runs in a mount namespace of its own, in which /etc/passwd, /etc/shadow
// and /etc/group are the fixture's: so there are accounts with passwords and odd shells, and nothing of the machine is
// touched. Needs root and may be run beside others. Owned by the test; ends its sshd with it.
class SshdFixture
{
public:
    struct Account {
        QString name;
        int uid = 0; // 0 reaches root's sockets
        QString shell = QStringLiteral("/bin/sh");
        QString password; // empty: none
    };

    SshdFixture();
    ~SshdFixture();

    // Why no sshd can be run here, to skip with; empty when it can.
    static QString whyNot();

    void addAccount(const Account &account); // before start(); root is there
    void addServerLine(const QByteArray &line) { m_serverLines << line; } // before start()
    void addClientLine(const QByteArray &line); // for every host, wins over what stands below

    bool start(); // blocks for some 100 ms; also after stop(), on the same port
    void stop();
    QString log() const; // what sshd said

    int port() const { return m_port; }
    base::SshTarget target(const QString &user = QStringLiteral("root")) const;
    QString file(const QString &name) const { return m_folder.filePath(name); }

    QStringList clientArguments() const; // {"-F", the client's configuration}
    void trust(); // writes the host key into known_hosts
    void forget(); // empties known_hosts
    QByteArray knownHosts() const;
    QByteArray fingerprint() const; // "SHA256:..." of the host key
    void replaceHostKey(); // and stop(), start() to use it
    void usePassphrase(const QByteArray &passphrase); // on the client's key
    void authorizeNobody();

    // The processes that serve connections now.
    QList<qint64> connectionProcesses() const;
    void freezeConnections(bool frozen); // SIGSTOP, SIGCONT: a dead peer

private:
    void makeKey(const QString &name, const QByteArray &passphrase);
    void writeConfiguration();
    void write(const QString &name, const QByteArray &content, int mode = 0644);
    static QByteArray run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    std::vector<Account> m_accounts;
    QByteArrayList m_serverLines;
    QByteArrayList m_clientLines;
    std::unique_ptr<QProcess> m_process;
    int m_port = 0;
};

} // namespace mediahelm::tests
