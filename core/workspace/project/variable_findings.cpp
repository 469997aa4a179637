// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/variable_findings.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(EnvFinding::Kind kind)
{
    using K = EnvFinding::Kind;
    switch (kind) {
    case K::unreadable: return u"env-syntax"_s;
    case K::badReference: return u"variable-syntax"_s;
    case K::required: return u"variable-required"_s;
    case K::tooLarge: return u"variable-too-large"_s;
    case K::missing: break;
    }
    return u"variable-missing"_s;
}

} // namespace

QString findingText(const QString &what, const QString &mend)
{
    return mend.isEmpty() ? what : what + u"; "_s + mend;
}

model::Diagnostic ofEnvFinding(const EnvFinding &finding)
{
    return {finding.isError() ? model::Severity::error : model::Severity::warning,
            codeOf(finding.kind),
            finding.file,
            finding.place,
            {},
            findingText(finding.what, finding.mend),
            std::nullopt};
}

model::Diagnostic ofVariableProblem(const QString &file, const YamlVariables::Problem &found)
{
    const TemplateProblem &problem = found.problem;
    model::Diagnostic diagnostic{model::Severity::error, {}, file, found.place, found.node.pointer(), {}, std::nullopt};
    switch (problem.fault) {
    case TemplateFault::syntax:
        diagnostic.code = u"variable-syntax"_s;
        diagnostic.message =
            u"a reference to a variable does not go on as it must; write ${NAME}, or $$ for a dollar"_s;
        break;
    case TemplateFault::required:
        diagnostic.code = u"variable-required"_s;
        diagnostic.message = u"%1 has no value and is required"_s.arg(problem.name)
            + (problem.message.isEmpty() ? QString() : u": "_s + problem.message) + u"; set it in an env file"_s;
        break;
    case TemplateFault::tooLarge:
        diagnostic.code = u"variable-too-large"_s;
        diagnostic.message = u"the variables in this value expand to too much"_s;
        break;
    }
    return diagnostic;
}

model::Diagnostic ofMissingVariable(const QString &file, const YamlVariableUse &use)
{
    return {model::Severity::warning,
            u"variable-missing"_s,
            file,
            use.place,
            use.node.pointer(),
            u"%1 is not set, so Compose puts nothing in its place; set it in an env file, or give a "
            "default: ${%1:-...}"_s.arg(use.use.name),
            std::nullopt};
}

QList<model::Diagnostic> unusedVariables(const Environment &environment, const QStringList &used)
{
    QList<model::Diagnostic> found;
    const QStringList unused = environment.unused(used);
    for (const QString &name : unused) {
        if (name.startsWith("COMPOSE_"_L1) || name.startsWith("DOCKER_"_L1)) // used by Compose itself
            continue;
        const QList<EnvOrigin> origins = environment.variables().value(name).origins;
        for (const EnvOrigin &origin : origins) {
            if (!origin.file.isEmpty())
                found.append({model::Severity::hint,
                              u"variable-unused"_s,
                              origin.file,
                              origin.place,
                              {},
                              u"nothing refers to %1"_s.arg(name),
                              std::nullopt});
        }
    }
    return found;
}

} // namespace mediahelm::workspace
