// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"
#include "core/workspace/checks/host_facts.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/schema/file_schemas.h"

#include <QSet>

#include <map>
#include <memory>

namespace mediahelm::workspace {

struct FileFindings;

// Finds what is wrong in the files of a workspace, again and again as they change: what a file was found to have is
// kept by its content and by the values of the variables in it, so that a keystroke costs the file that it changed, and
// the checks across files. Owned by who validates; one thread at a time, which has helpers while there are many files
// to look at (base::inParallel).
class WorkspaceValidator
{
public:
    // The schemas may be shared by many.
    explicit WorkspaceValidator(std::shared_ptr<const FileSchemas> schemas = std::make_shared<FileSchemas>());
    ~WorkspaceValidator();
    Q_DISABLE_COPY_MOVE(WorkspaceValidator)

    // Sorted, and no fault twice. `process` is the environment of the process. With facts of the host also against
    // these; they may be of the last questions, and so be asked for beside the typing.
    QList<model::Diagnostic> validate(const Workspace &workspace, const QMap<QString, QString> &process,
                                      const HostFacts *facts = nullptr);

    // What validate() would say once more of the same, with what the host is known to be by now.
    QList<model::Diagnostic> against(const HostFacts *facts) const;

    // What Compose would make of the files that were validated last, as far as the checks need it.
    const ComposeModel &model() const { return m_model; }
    // What should be known of the host for the workspace that was validated last.
    const HostQuestions &questions() const { return m_questions; }
    // How often the findings of a Compose file were not known already.
    int filesLookedAt() const { return m_filesLookedAt; }

private:
    struct Last;
    struct OwnSchema;
    struct Run;

    // What of the Compose files of a unit, and of what it includes, is not known already.
    void collectLooks(const ComposeUnit &unit, const Environment &environment, const QString &name, Run &run);
    // Brings it up to date; many at once on all processors.
    void lookAtFiles(Run &run);
    // The models of a unit's files, and of what it includes, once they were looked at. `name` tells it from others.
    ModelUnit readUnit(const ComposeUnit &unit, const QString &name, Run &run);
    void readInclusion(const Inclusion &inclusion, const QString &name, Run &run, ModelUnit &models);
    QList<model::Diagnostic> ownSchemaFindings(const Workspace &workspace, const Environment &environment);

    void forget(const Workspace &workspace, const QSet<QString> &keys); // what is of files that are gone

    std::shared_ptr<const FileSchemas> m_schemas;
    HostQuestions m_questions;
    int m_filesLookedAt = 0;
    ComposeModel m_model;
    std::unique_ptr<Last> m_last; // of the last validation
    std::map<QString, FileFindings> m_files; // by path, and by what reads it: variables and folder may differ
    std::map<QString, OwnSchema> m_ownSchemas; // by path
};

} // namespace mediahelm::workspace
