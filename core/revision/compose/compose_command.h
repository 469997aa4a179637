// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QString>
#include <QStringList>

namespace mediahelm::revision {

// ^[a-z0-9][a-z0-9_-]{0,254}$: a project's name (Compose specification, "name").
struct ProjectNameRule {
    static bool accepts(QStringView text);
    static QString describe();
};
using ProjectName = base::ValidatedName<ProjectNameRule>;

// Which project a `docker compose` is about: the folder, its files and its name. Made by make() alone. A value type; it
// names files on the host that the project lives on, and looks at none of them.
class ComposeCommand
{
public:
    struct Parts {
        QString folder; // absolute; commands run in it
        QString projectName;
        QStringList environmentFiles; // later ones win; relative to the folder, or absolute
        QStringList files; // at least one; later ones are laid over earlier ones; as above
        QStringList profiles;
        // A folder that stands for the root of the file system: "MIRROR/srv/media" is read in place of "/srv/media", to
        // ask about it as if other files lay there. Nothing is done there. Absolute, without links; empty for none.
        QString mirror = {};
    };

    // Errors: invalid, with which part is wrong and how it must be. A path must not begin with '-' and must hold no
    // control character.
    static base::Result<ComposeCommand> make(const Parts &parts);

    const QString &folder() const { return m_parts.folder; }
    const QString &mirror() const { return m_parts.mirror; }
    QString place() const { return m_parts.mirror + m_parts.folder; } // where it is run
    const ProjectName &projectName() const { return m_projectName; }
    const QStringList &environmentFiles() const { return m_parts.environmentFiles; }
    const QStringList &files() const { return m_parts.files; }
    const QStringList &profiles() const { return m_parts.profiles; }

    // The arguments after "docker compose" that say which project is meant, to be run in its place:
    // {"--project-directory", ".", "--project-name", "media", "--env-file", ..., "-f", ..., "--profile", ...}
    QStringList arguments() const;
    // The same about the resolved model that comes on standard input instead of files.
    QStringList argumentsForInput() const;
    // What the user can paste into a shell that stands in the folder, with what follows it: "up -d".
    QString line(const QStringList &verb = {}) const;

    friend bool operator==(const ComposeCommand &a, const ComposeCommand &b)
    {
        return a.arguments() == b.arguments() && a.place() == b.place();
    }

private:
    ComposeCommand() = default;

    Parts m_parts;
    ProjectName m_projectName;
};

} // namespace mediahelm::revision
