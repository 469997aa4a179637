// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/host_profile_store.h"
#include "core/settings/settings_document.h"

#include <QHash>
#include <QObject>
#include <QProcessEnvironment>
#include <QSet>

#include <memory>
#include <optional>

namespace mediahelm::base {
struct Folders;
}

namespace mediahelm::settings {

class UiState;

// Where the settings come from, besides what is built in. A plain value.
struct SettingsSources {
    QString file; // empty: nowhere, and nothing can be kept
    QString lastGoodFile; // a copy of the last file that could be read; empty: none is kept
    QString stateFile; // of UiState; empty: it is lost at the end
    QProcessEnvironment environment;
    QHash<Setting, QString> flags; // as text; what the command line gave
    QHash<Setting, QString> flagNames; // "--listen", for messages
    QSet<SettingScope> scopes{SettingScope::program}; // whose environment variables count

    // Files by the XDG folders, the environment of this process, no flags.
    static SettingsSources inFolders(const base::Folders &folders);
};

// The program's own settings and the hosts. Reads the file in its constructor and then on reload(). A file that cannot
// be read or understood is never overwritten and never silently replaced: problem() says what and where, the last good
// copy (where there is one) stands in for it, and every write is refused until it is mended. Owned by the composition
// root; main thread; several processes may use the same file.
class SettingsStore final : public QObject, public HostProfileStore
{
    Q_OBJECT

public:
    explicit SettingsStore(SettingsSources sources, QObject *parent = nullptr);
    ~SettingsStore() override;

    // Why the file is not in use: invalid, unsupported (newer), refused (no permission), io. The message begins with
    // the file, line and column; the detail says how to mend it.
    std::optional<base::Error> problem() const { return m_problem; }
    // With a problem: whether the last good copy stands in. Without one there are the built-in values and no host, and
    // a program should say so and not work with them.
    bool usingLastGood() const { return m_usingLastGood; }
    // An environment variable or flag with a value that cannot be: invalid. The setting counts as not given there.
    std::optional<base::Error> overrideProblem() const { return m_overrideProblem; }
    QStringList warnings() const { return m_document.warnings; } // unknown keys in the file
    // Why nothing can be kept (read-only, no folder, a problem); nullopt when it can.
    std::optional<base::Error> readOnlyReason() const;
    QString file() const { return m_sources.file; }

    // The winning value: flag, then environment, then file, then built in.
    SettingValue value(Setting setting) const;
    QString text(Setting setting) const { return value(setting).value.toString(); }
    int integer(Setting setting) const { return value(setting).value.toInt(); }
    QStringList list(Setting setting) const;
    // Into the file; Undefined takes it out of there. Durable when it succeeds, else nothing has changed. Errors:
    // invalid, and as setHosts().
    base::Status setValue(Setting setting, const QJsonValue &value);

    QList<model::HostProfile> hosts() const override { return m_document.hosts; }
    // Errors: refused (read-only, no folder, or a file that could not be read), conflict (another process changed the
    // file, or is writing it: reload first), io.
    base::Status setHosts(const QList<model::HostProfile> &hosts) override;

    // Reads the file again; on error everything stays as it was and problem() says why.
    base::Status reload();
    // Moves a file with a problem aside, to "settings.json.broken-TIME", and begins anew with what was last read, or
    // with the built-in settings. Only because the user said so. Returns the new name. Errors: io, conflict (no
    // problem).
    base::Result<QString> setAside();

    UiState &uiState() { return *m_uiState; }

Q_SIGNALS:
    void hostsChanged(); // by setHosts() or reload()
    void valuesChanged();
    void problemChanged();

private:
    base::Result<SettingsDocument> readFile();
    void readLastGood();
    void readOverrides();
    base::Status store(SettingsDocument next);
    base::Status replaceFile(const SettingsDocument &next, const QByteArray &text);
    void take(SettingsDocument next);
    void setProblem(std::optional<base::Error> problem);
    void keepLastGood(const QByteArray &text) const;

    SettingsSources m_sources;
    SettingsDocument m_document;
    std::optional<QByteArray> m_text; // of the file, as last read or written; nullopt: there was none
    QMap<Setting, SettingValue> m_overrides;
    std::optional<base::Error> m_problem;
    std::optional<base::Error> m_overrideProblem;
    bool m_usingLastGood = false;
    std::unique_ptr<UiState> m_uiState;
};

} // namespace mediahelm::settings
