// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/configuration/draft_store.h"
#include "core/control/configuration/form_fields.h"
#include "core/control/configuration/overlaid_files.h"
#include "core/control/configuration/workspace_view.h"
#include "core/control/file_desk.h"
#include "core/control/form_desk.h"
#include "core/control/variable_desk.h"
#include "core/model/diagnostic.h"
#include "core/revision/compose/compose_command.h"
#include "core/workspace/project/references.h"
#include "core/workspace/project/workspace_validator.h"
#include "core/workspace/schema/file_schemas.h"

#include <QMap>

#include <optional>

namespace mediahelm::control {

// All the work of an open workspace, one call after the other: reading, checking, answering, writing. Owned by a
// LocalConfiguration, on a thread of its own; calls take as long as the disk does.
class ConfigurationDesk
{
public:
    struct Place {
        QString folder; // of the workspace, absolute
        QString drafts; // see DraftStore
        QMap<QString, QString> process; // its environment
    };

    // The clock is borrowed.
    ConfigurationDesk(const Place &place, const base::Clock &clock);

    // What there is now, the texts of the editor in it.
    struct Look {
        ConfigurationFacts facts;
        QList<model::Diagnostic> diagnostics;
        QStringList changed; // files that are not on the disk what they were at the last look
        QStringList watched; // absolute paths whose change means another look
        workspace::HostQuestions questions; // what should be known of the host
        std::optional<revision::ComposeCommand> command; // that Compose can be asked about
    };
    // Errors: those of readWorkspace(); an error of a manifest that was readable once is a diagnostic instead.
    base::Result<Look> look();

    // From now on they count, until others are given.
    void setHostFacts(const workspace::HostFacts &facts) { m_hostFacts = facts; }
    void setComposeWords(const QByteArray &words) { m_composeWords = words; }

    base::Result<FileText> read(const QString &path);
    base::Result<FileText> save(const QString &path, const QByteArray &text, const QByteArray &base);
    void setText(const QString &path, const QByteArray &text) { m_files.set(path, text); }
    void dropText(const QString &path);

    base::Status keepDraft(const QString &path, const QByteArray &text, const QByteArray &base);
    QList<Draft> drafts() const { return m_drafts.all(); }

    Completions complete(const QString &path, const QByteArray &text, qsizetype at) const;
    Explanation explain(const QString &path, const QByteArray &text, qsizetype at) const;
    base::Result<TextTarget> definition(const QString &path, const QByteArray &text, qsizetype at) const;
    FoundTexts find(const TextSearch &search) const;
    QList<WorkspaceVariable> variables() const;
    base::Result<QByteArray> withValue(const QByteArray &layer, const QString &name, const QString &value) const;
    WorkspaceSecrets secrets() const;
    base::Result<SecretMove> moveOut(const PlainSecret &secret) const;
    base::Result<ComposeForm> form(const QString &path, const QByteArray &text);
    base::Result<QByteArray> withField(const QString &path, const QByteArray &text, const FormEdit &edit);

    base::Result<FileStake> stake(const QString &path) const;
    base::Status createFile(const QString &path, FileKind kind, const QByteArray &text, const QStringList &secrets);
    base::Status renameFile(const QString &path, const QString &to);
    base::Result<RemovedFile> removeFile(const QString &path, const QByteArray &digest);
    base::Status restoreFile(const RemovedFile &file);

private:
    base::Status readAll(QList<model::Diagnostic> &ofManifest);
    ConfigurationFacts makeFacts() const;
    void addFolder(const QString &folder, FileKind kind, QList<ConfigurationFile> &files) const;
    QStringList changedFiles(const ConfigurationFacts &facts);
    void noteFile(const QString &path, const QByteArray &digest); // that we made, or, without one, took away
    QStringList watchedPaths(const ConfigurationFacts &facts) const;

    const Place m_place;
    const base::Clock &m_clock;
    OverlaidFiles m_files;
    DraftStore m_drafts;
    WorkspaceView m_view;
    workspace::ReferenceMemory m_references;
    const std::shared_ptr<const workspace::FileSchemas> m_schemas = std::make_shared<workspace::FileSchemas>();
    workspace::WorkspaceValidator m_validator{m_schemas};
    std::optional<workspace::HostFacts> m_hostFacts;
    std::optional<QByteArray> m_composeWords; // what it said last
    bool m_wasRead = false;
    ConfigurationFacts m_facts;
    QList<model::Diagnostic> m_found; // at the last look
    QList<FormFieldKind> m_formFields; // made when a form is first asked for
    QHash<QString, QByteArray> m_digests; // of files on the disk; empty: there was none
};

} // namespace mediahelm::control
