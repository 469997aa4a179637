// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/compose_command.h"

#include "core/revision/compose/posix_quote.h"

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr qsizetype longestPath = 4096;
constexpr qsizetype mostFiles = 500;

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}

bool isPath(const QString &path)
{
    return !path.isEmpty() && path.size() <= longestPath && !path.startsWith(u'-')
        && std::none_of(path.begin(), path.end(), isControl);
}

// compose-spec.json: "^[a-zA-Z0-9][a-zA-Z0-9_.-]+$"; "*" on the command line means all.
bool isProfile(const QString &profile)
{
    const auto plain = [](QChar c) {
        return isNameStart(c) || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'.' || c == u'-';
    };
    return profile == QLatin1String("*")
        || (!profile.isEmpty() && profile.size() <= 128 && profile.front() != u'-'
            && std::all_of(profile.begin(), profile.end(), plain));
}

Error wrong(const QString &what, const QString &value)
{
    return Error{ErrorKind::invalid, what, value.left(200)};
}

} // namespace

bool ProjectNameRule::accepts(QStringView text)
{
    return !text.isEmpty() && text.size() <= 255 && isNameStart(text.front())
        && std::all_of(text.begin(), text.end(), [](QChar c) { return isNameStart(c) || c == u'_' || c == u'-'; });
}

QString ProjectNameRule::describe()
{
    return QStringLiteral(
        "a project's name is lower-case letters, digits, '-' and '_', and starts with a letter or digit");
}

Result<ComposeCommand> ComposeCommand::make(const Parts &parts)
{
    if (!isPath(parts.folder) || !parts.folder.startsWith(u'/'))
        return wrong(QStringLiteral("a project's folder is named by its absolute path"), parts.folder);
    if (!parts.mirror.isEmpty() && (!isPath(parts.mirror) || !parts.mirror.startsWith(u'/')))
        return wrong(QStringLiteral("a mirror is named by its absolute path"), parts.mirror);
    const Result<ProjectName> name = ProjectName::parse(parts.projectName);
    if (!name)
        return name.error();
    if (parts.files.isEmpty())
        return wrong(QStringLiteral("a project has at least one Compose file"), {});
    if (parts.files.size() + parts.environmentFiles.size() > mostFiles)
        return wrong(QStringLiteral("a project has at most %1 files").arg(mostFiles), {});
    for (const QString &file : parts.files + parts.environmentFiles) {
        if (!isPath(file))
            return wrong(QStringLiteral("a file's path does not begin with '-' and holds no control character"), file);
    }
    for (const QString &profile : parts.profiles) {
        if (!isProfile(profile))
            return wrong(QStringLiteral("a profile's name is letters, digits, '.', '_' and '-'"), profile);
    }
    ComposeCommand command;
    command.m_parts = parts;
    command.m_projectName = *name;
    return command;
}

namespace {

void addEach(QStringList &arguments, const QString &option, const QStringList &values)
{
    for (const QString &value : values)
        arguments << option << value;
}

} // namespace

QStringList ComposeCommand::arguments() const
{
    QStringList arguments{QStringLiteral("--project-directory"), QStringLiteral("."), QStringLiteral("--project-name"),
                          m_projectName.text()};
    addEach(arguments, QStringLiteral("--env-file"), m_parts.environmentFiles);
    addEach(arguments, QStringLiteral("-f"), m_parts.files);
    addEach(arguments, QStringLiteral("--profile"), m_parts.profiles);
    return arguments;
}

QStringList ComposeCommand::argumentsForInput() const
{
    QStringList arguments{QStringLiteral("--project-directory"), QStringLiteral("."), QStringLiteral("--project-name"),
                          m_projectName.text()};
    addEach(arguments, QStringLiteral("--env-file"), m_parts.environmentFiles);
    arguments << QStringLiteral("-f") << QStringLiteral("-");
    addEach(arguments, QStringLiteral("--profile"), m_parts.profiles);
    return arguments;
}

QString ComposeCommand::line(const QStringList &verb) const
{
    return QStringLiteral("docker compose ") + posixLine(arguments() + verb);
}

} // namespace mediahelm::revision
