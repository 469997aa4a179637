// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/project/workspace_validator.h"
#include "workspace/memory_files.h"

#include <QDir>
#include <QFile>

namespace mediahelm::tests {

// Small workspaces with all that is to be found in them, from tests/workspace/broken/*.txt (MEDIAHELM_SOURCES is the
// folder of the sources):
//
//     === what the case is about
//     --- path of a file
//     its text
//     >>> severity code file:line:column + title of the fix
//
// Without a ">>>" nothing is found. A case whose fix is named is validated once more with the fix done, and the finding
// must be gone then.
struct BrokenCase {
    QString title;
    QMap<QString, QByteArray> files;
    QStringList expected;
};

inline QList<BrokenCase> casesOf(const QString &path)
{
    QList<BrokenCase> cases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    QString at;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("=== ")) {
            cases.append({QString::fromUtf8(line.mid(4)).trimmed(), {}, {}});
            at.clear();
        } else if (line.startsWith("--- ") && !cases.isEmpty()) {
            at = QString::fromUtf8(line.mid(4)).trimmed();
            cases.last().files.insert(at, {});
        } else if (line.startsWith(">>> ") && !cases.isEmpty()) {
            cases.last().expected.append(QString::fromUtf8(line.mid(4)).trimmed());
            at.clear();
        } else if (!at.isEmpty() && line != "\n") {
            cases.last().files[at] += line;
        }
    }
    return cases;
}

inline QList<BrokenCase> brokenCases()
{
    QList<BrokenCase> cases;
    const QDir folder(QStringLiteral(MEDIAHELM_SOURCES "/tests/workspace/broken"));
    const QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QList<BrokenCase> some = casesOf(folder.filePath(name));
        for (BrokenCase one : some) {
            one.title = name.chopped(4) + QStringLiteral(": ") + one.title;
            cases.append(one);
        }
    }
    return cases;
}

inline QList<model::Diagnostic> findingsOf(const QMap<QString, QByteArray> &texts)
{
    MemoryFiles files;
    files.files = texts;
    const base::Result<workspace::Workspace> read = workspace::readWorkspace(files, {});
    static const auto schemas = std::make_shared<const workspace::FileSchemas>();
    return read ? workspace::WorkspaceValidator(schemas).validate(*read, {}) : QList<model::Diagnostic>();
}

} // namespace mediahelm::tests
