// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_store.h"

#include "core/base/durable_file.h"
#include "core/base/folders.h"
#include "core/base/unique_fd.h"
#include "core/settings/settings_migrations.h"
#include "core/settings/ui_state.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLoggingCategory>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace mediahelm::settings {

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.settings")

constexpr qint64 fileLimit = 1024 * 1024;

base::Error refused(const QString &message, const QString &detail)
{
    return {base::ErrorKind::refused, message, detail};
}

QString howToMend(const QString &lastGood)
{
    if (lastGood.isEmpty())
        return QStringLiteral("Correct the file, or move it away to begin with the built-in settings.");
    return QStringLiteral("Correct the file, or put the last good copy in its place: %1").arg(lastGood);
}

// Held while the file is read and replaced, so that two processes do not undo each other's change. The lock is on the
// folder: it needs no file of its own and ends with the process.
// nullopt: another process holds it. A file system without locks is worked on without one.
std::optional<base::UniqueFd> lockFolder(const QString &folder)
{
    base::UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.valid() && ::flock(fd.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return std::nullopt;
    return fd;
}

} // namespace

SettingsSources SettingsSources::inFolders(const base::Folders &folders)
{
    SettingsSources sources;
    if (folders.config)
        sources.file = *folders.config + QStringLiteral("/settings.json");
    if (folders.state) {
        sources.lastGoodFile = *folders.state + QStringLiteral("/settings.last-good.json");
        sources.stateFile = *folders.state + QStringLiteral("/state.json");
    }
    sources.environment = QProcessEnvironment::systemEnvironment();
    return sources;
}

SettingsStore::SettingsStore(SettingsSources sources, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_uiState(std::make_unique<UiState>(m_sources.stateFile))
{
    readOverrides();
    base::Result<SettingsDocument> document = readFile();
    if (document) {
        m_document = *std::move(document);
        return;
    }
    m_problem = document.error();
    readLastGood();
}

SettingsStore::~SettingsStore() = default;

base::Result<SettingsDocument> SettingsStore::readFile()
{
    if (m_sources.file.isEmpty())
        return SettingsDocument::firstRun();
    base::Result<QByteArray> text = base::readBounded(m_sources.file, fileLimit);
    if (!text && text.error().kind == base::ErrorKind::notFound && !QFileInfo(m_sources.file).isSymLink()) {
        m_text = std::nullopt;
        return SettingsDocument::firstRun();
    }
    base::Result<SettingsDocument> document =
        text ? SettingsDocument::read(*text, m_sources.file) : base::Result<SettingsDocument>(text.error());
    if (!document) {
        base::Error error = document.error();
        error.detail = howToMend(QFile::exists(m_sources.lastGoodFile) ? m_sources.lastGoodFile : QString());
        return error;
    }
    m_text = *text;
    keepLastGood(*text);
    return document;
}

void SettingsStore::readLastGood()
{
    if (m_sources.lastGoodFile.isEmpty())
        return;
    const base::Result<QByteArray> text = base::readBounded(m_sources.lastGoodFile, fileLimit);
    if (!text)
        return;
    if (auto document = SettingsDocument::read(*text, m_sources.lastGoodFile)) {
        m_document = *std::move(document);
        m_usingLastGood = true;
    }
}

// A copy that is missing is a comfort lost, not an error; it is written only when it would say something else.
void SettingsStore::keepLastGood(const QByteArray &text) const
{
    if (m_sources.lastGoodFile.isEmpty())
        return;
    const base::Result<QByteArray> kept = base::readBounded(m_sources.lastGoodFile, fileLimit);
    if (kept && *kept == text)
        return;
    base::Status status = base::makePrivateFolder(QFileInfo(m_sources.lastGoodFile).absolutePath());
    if (status)
        status = base::writeDurably(m_sources.lastGoodFile, text);
    if (!status)
        qCDebug(log, "no last good copy: %ls", qUtf16Printable(status.error().message));
}

void SettingsStore::readOverrides()
{
    for (const SettingRow &row : settingRows()) {
        QString name;
        QString given;
        SettingOrigin origin = SettingOrigin::flag;
        if (m_sources.flags.contains(row.setting)) {
            given = m_sources.flags.value(row.setting);
            name = m_sources.flagNames.value(row.setting, QString::fromLatin1(row.key));
        } else if (m_sources.scopes.contains(row.scope)) {
            origin = SettingOrigin::environment;
            for (const char *variable : {row.environment, row.plainEnvironment}) {
                given = m_sources.environment.value(QString::fromLatin1(variable));
                name = QString::fromLatin1(variable);
                if (!given.isEmpty())
                    break;
            }
        }
        if (given.isEmpty())
            continue;
        const base::Result<QJsonValue> value = settingFromText(row, given);
        if (value)
            m_overrides.insert(row.setting, {*value, origin, name});
        else if (!m_overrideProblem)
            m_overrideProblem = base::Error{base::ErrorKind::invalid,
                                            QStringLiteral("%1 %2").arg(name, value.error().message), given.left(80)};
    }
}

SettingValue SettingsStore::value(Setting setting) const
{
    if (const auto found = m_overrides.constFind(setting); found != m_overrides.cend())
        return *found;
    if (const auto found = m_document.values.constFind(setting); found != m_document.values.cend())
        return *found;
    const SettingRow &row = settingRow(setting);
    const base::Result<QJsonValue> builtIn = settingFromText(row, QString::fromLatin1(row.builtIn));
    return {builtIn ? *builtIn : QJsonValue(), SettingOrigin::builtIn, {}};
}

QStringList SettingsStore::list(Setting setting) const
{
    QStringList items;
    const QJsonArray array = value(setting).value.toArray();
    for (const QJsonValue &item : array)
        items.append(item.toString());
    return items;
}

std::optional<base::Error> SettingsStore::readOnlyReason() const
{
    if (m_problem)
        return refused(
            QStringLiteral("the settings could not be read, so they are not overwritten: %1").arg(m_problem->message),
            m_problem->detail);
    if (m_sources.file.isEmpty())
        return refused(QStringLiteral("there is no folder for settings"),
                       QStringLiteral("Set HOME or XDG_CONFIG_HOME to an absolute path."));
    const QFileInfo file(m_sources.file);
    // The nearest folder that exists: the missing ones are made there.
    QString place = file.exists() ? file.canonicalFilePath() : file.absolutePath();
    while (!QFileInfo::exists(place) && place != QLatin1String("/"))
        place = QFileInfo(place).absolutePath();
    if (::faccessat(AT_FDCWD, QFile::encodeName(place).constData(), W_OK, AT_EACCESS) == 0)
        return std::nullopt;
    return refused(QStringLiteral("%1 is read-only").arg(place),
                   QStringLiteral("Make it writable for this user, or change it where it is kept."));
}

base::Status SettingsStore::setHosts(const QList<model::HostProfile> &hosts)
{
    SettingsDocument next = m_document;
    next.setHosts(hosts);
    return store(std::move(next));
}

base::Status SettingsStore::setValue(Setting setting, const QJsonValue &value)
{
    if (!value.isUndefined()) {
        if (const base::Status status = checkSetting(settingRow(setting), value); !status)
            return base::Error{status.error().kind, settingKey(setting) + u' ' + status.error().message, {}};
    }
    SettingsDocument next = m_document;
    next.setValue(setting, value, m_sources.file);
    return store(std::move(next));
}

base::Status SettingsStore::store(SettingsDocument next)
{
    if (const auto reason = readOnlyReason())
        return *reason;
    const QByteArray text = next.text();
    if (const base::Status status = replaceFile(next, text); !status)
        return status;
    next.fileVersion = settingsVersion;
    m_text = text;
    keepLastGood(text);
    take(std::move(next));
    return {};
}

base::Status SettingsStore::replaceFile(const SettingsDocument &next, const QByteArray &text)
{
    const QString folder = QFileInfo(m_sources.file).absolutePath();
    if (const base::Status status = base::makePrivateFolder(folder); !status)
        return status;
    const std::optional<base::UniqueFd> lock = lockFolder(folder);
    if (!lock)
        return base::Error{base::ErrorKind::conflict,
                           QStringLiteral("another process is writing %1").arg(m_sources.file),
                           QStringLiteral("Try again in a moment.")};

    const base::Result<QByteArray> present = base::readBounded(m_sources.file, fileLimit);
    const bool missing = !present && present.error().kind == base::ErrorKind::notFound;
    if (m_text ? !present || *present != *m_text : !missing)
        return base::Error{base::ErrorKind::conflict,
                           QStringLiteral("%1 was changed by another program meanwhile").arg(m_sources.file),
                           QStringLiteral("Reload the settings, then make the change again.")};
    if (present && next.fileVersion > 0 && next.fileVersion < settingsVersion) {
        const QString copy = QStringLiteral("%1.v%2").arg(m_sources.file).arg(next.fileVersion);
        if (const base::Status status = base::writeDurably(copy, *present); !status)
            return status;
    }
    return base::writeDurably(m_sources.file, text);
}

void SettingsStore::take(SettingsDocument next)
{
    const bool otherHosts = next.hosts != m_document.hosts;
    const bool otherValues = next.values != m_document.values;
    m_document = std::move(next);
    m_usingLastGood = false;
    setProblem(std::nullopt);
    if (otherHosts)
        Q_EMIT hostsChanged();
    if (otherValues)
        Q_EMIT valuesChanged();
}

void SettingsStore::setProblem(std::optional<base::Error> problem)
{
    if (m_problem == problem)
        return;
    m_problem = std::move(problem);
    Q_EMIT problemChanged();
}

base::Status SettingsStore::reload()
{
    base::Result<SettingsDocument> document = readFile();
    if (!document) {
        setProblem(document.error());
        return document.error();
    }
    take(*std::move(document));
    return {};
}

base::Result<QString> SettingsStore::setAside()
{
    if (!m_problem || m_sources.file.isEmpty())
        return base::Error{base::ErrorKind::conflict, QStringLiteral("the settings have no problem"), {}};
    const QString name =
        QStringLiteral("%1.broken-%2")
            .arg(m_sources.file, QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    if (!QFile::rename(m_sources.file, name))
        return base::Error{base::ErrorKind::io, QStringLiteral("cannot rename %1").arg(m_sources.file), {}};
    m_text = std::nullopt;
    setProblem(std::nullopt);
    if (m_document.root.isEmpty()) { // nothing was ever read
        take(SettingsDocument::firstRun());
        return name;
    }
    if (const base::Status status = store(m_document); !status)
        return status.error();
    return name;
}

} // namespace mediahelm::settings
