// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/validation.h"

#include "core/workspace/env/yaml_variables.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const QString &what, const QString &mend)
{
    return mend.isEmpty() ? what : what + u"; "_s + mend;
}

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

model::Diagnostic ofFinding(const EnvFinding &finding)
{
    return {finding.isError() ? model::Severity::error : model::Severity::warning,
            codeOf(finding.kind),
            finding.file,
            finding.place,
            {},
            sentence(finding.what, finding.mend),
            std::nullopt};
}

model::Diagnostic ofProblem(const QString &file, const YamlVariables::Problem &found)
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

// Validates one workspace.
class Validator
{
public:
    Validator(const Workspace &workspace, const Environment &environment)
        : m_workspace(workspace)
        , m_environment(environment)
        , m_found(workspace.diagnostics)
    {
    }

    QList<model::Diagnostic> run()
    {
        for (const EnvFinding &finding : m_environment.findings())
            m_found.append(ofFinding(finding));
        for (const ComposeFile &file : m_workspace.composeFiles)
            checkFile(file);
        addUnused();
        std::stable_sort(m_found.begin(), m_found.end());
        return m_found;
    }

private:
    std::optional<QString> lookUp(const QString &name) const
    {
        const std::optional<QString> value = m_environment.value(name);
        // Its value is for nobody here; that there is one is enough.
        return !value && m_workspace.secrets.contains(name) ? u"secret"_s : value;
    }

    void checkFile(const ComposeFile &file)
    {
        const YamlReading reading = readYaml(file.bytes);
        if (!reading.ok()) {
            const YamlProblem &problem = *reading.problem;
            m_found.append({model::Severity::error, yamlFaultName(problem.fault), file.path, problem.place,
                            problem.pointer, sentence(problem.what, problem.mend), std::nullopt});
            m_everythingRead = false;
            return;
        }
        const YamlVariables variables =
            variablesOf(reading.document, [this](const QString &name) { return lookUp(name); });
        for (const YamlVariables::Problem &problem : variables.problems)
            m_found.append(ofProblem(file.path, problem));
        for (const YamlVariableUse &use : variables.uses) {
            m_used.append(use.use.name);
            if (use.use.missing())
                m_found.append(
                    {model::Severity::warning, u"variable-missing"_s, file.path, use.place, use.node.pointer(),
                     u"%1 is not set, so Compose puts nothing in its place; set it in an env file, or give a "
                     "default: ${%1:-...}"_s.arg(use.use.name),
                     std::nullopt});
        }
    }

    void addUnused()
    {
        if (!m_everythingRead) // it may be used in what could not be read
            return;
        const QStringList unused = m_environment.unused(m_used);
        for (const QString &name : unused) {
            if (name.startsWith("COMPOSE_"_L1) || name.startsWith("DOCKER_"_L1)) // used by Compose itself
                continue;
            const QList<EnvOrigin> origins = m_environment.variables().value(name).origins;
            for (const EnvOrigin &origin : origins) {
                if (!origin.file.isEmpty())
                    m_found.append({model::Severity::hint,
                                    u"variable-unused"_s,
                                    origin.file,
                                    origin.place,
                                    {},
                                    u"nothing refers to %1"_s.arg(name),
                                    std::nullopt});
            }
        }
    }

    const Workspace &m_workspace;
    const Environment &m_environment;
    QList<model::Diagnostic> m_found;
    QStringList m_used;
    bool m_everythingRead = true;
};

} // namespace

Environment environmentOf(const Workspace &workspace, const QMap<QString, QString> &process)
{
    QMap<QString, QString> all = process;
    all.insert(u"COMPOSE_PROJECT_NAME"_s, workspace.name);
    return Environment::resolve(workspace.envLayers, all);
}

QList<model::Diagnostic> validate(const Workspace &workspace, const QMap<QString, QString> &process)
{
    const Environment environment = environmentOf(workspace, process);
    return Validator(workspace, environment).run();
}

} // namespace mediahelm::workspace
