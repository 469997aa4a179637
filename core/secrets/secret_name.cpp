// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_name.h"

#include <algorithm>

namespace mediahelm::secrets {

namespace {

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return isLower(c) || (c >= u'A' && c <= u'Z');
}

} // namespace

bool SecretNameRule::accepts(QStringView text)
{
    return !text.isEmpty() && text.size() <= 128 && !isDigit(text.front())
        && std::ranges::all_of(text, [](QChar c) { return isLetter(c) || isDigit(c) || c == u'_'; });
}

QString SecretNameRule::describe()
{
    return QStringLiteral("a secret is named like an environment variable: letters, digits and _, not beginning with a "
                          "digit, at most 128");
}

bool ProjectNameRule::accepts(QStringView text)
{
    return !text.isEmpty() && text.size() <= 63 && (isLower(text.front()) || isDigit(text.front()))
        && std::ranges::all_of(text, [](QChar c) { return isLower(c) || isDigit(c) || c == u'_' || c == u'-'; });
}

QString ProjectNameRule::describe()
{
    return QStringLiteral("a project's name has lower-case letters, digits, - and _, begins with a letter or digit, "
                          "and has at most 63 characters");
}

QString workspaceSecretPrefix()
{
    return QStringLiteral("workspace/");
}

QString workspaceSecretPrefix(const ProjectName &project)
{
    return workspaceSecretPrefix() + project.text() + u'/';
}

QString workspaceSecretKey(const ProjectName &project, const SecretName &name)
{
    return workspaceSecretPrefix(project) + name.text();
}

base::Result<WorkspaceSecret> workspaceSecretOf(const QString &key)
{
    const QStringList parts = key.split(u'/');
    if (parts.size() != 3 || !key.startsWith(workspaceSecretPrefix()))
        return base::Error{base::ErrorKind::invalid, QStringLiteral("not the key of a workspace's secret"), {}};
    const auto project = ProjectName::parse(parts.at(1));
    if (!project)
        return project.error();
    const auto name = SecretName::parse(parts.at(2));
    if (!name)
        return name.error();
    return WorkspaceSecret{*project, *name};
}

} // namespace mediahelm::secrets
