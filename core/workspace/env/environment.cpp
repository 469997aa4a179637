// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/environment.h"

#include <QSet>

#include <algorithm>

namespace mediahelm::workspace {

namespace {

constexpr qsizetype mostSize = 8 * 1024 * 1024; // characters of all values together

EnvFinding findingOf(const TemplateProblem &problem)
{
    EnvFinding finding;
    finding.name = problem.name;
    switch (problem.fault) {
    case TemplateFault::syntax:
        finding.kind = EnvFinding::Kind::badReference;
        finding.what = QStringLiteral("'${' does not begin a reference that Compose knows");
        finding.mend = QStringLiteral("write ${NAME} or ${NAME:-default}; write '$$' for a dollar");
        break;
    case TemplateFault::required:
        finding.kind = EnvFinding::Kind::required;
        finding.what = QStringLiteral("the variable %1 must have a value").arg(problem.name);
        if (!problem.message.isEmpty())
            finding.what += QStringLiteral(": ") + problem.message;
        finding.mend = QStringLiteral("set %1 in one of the .env files").arg(problem.name);
        break;
    case TemplateFault::tooLarge:
        finding.kind = EnvFinding::Kind::tooLarge;
        finding.what = QStringLiteral("this value expands to too much");
        finding.mend = QStringLiteral("refer to fewer variables from within others");
        break;
    }
    return finding;
}

} // namespace

bool Environment::expand(const EnvLayer &layer, const EnvAssignment &assignment, const VariableLookup &lookup,
                         EnvOrigin &origin)
{
    const Expansion expansion = expandVariables(assignment.text, lookup);
    for (const VariableUse &use : expansion.uses) {
        if (!origin.uses.contains(use.name))
            origin.uses += use.name;
        if (use.missing()) {
            EnvFinding finding;
            finding.kind = EnvFinding::Kind::missing;
            finding.file = layer.path;
            finding.place = assignment.place;
            finding.name = use.name;
            finding.what = QStringLiteral("the variable %1 is not set, and comes out blank").arg(use.name);
            finding.mend = QStringLiteral("set it above, or write ${%1:-} where blank is meant").arg(use.name);
            m_findings += finding;
        }
    }
    m_size += expansion.text.size();
    std::optional<TemplateProblem> problem = expansion.problem;
    if (!problem && m_size > mostSize)
        problem = TemplateProblem{TemplateFault::tooLarge, 0, {}, {}};
    if (problem) {
        EnvFinding finding = findingOf(*problem);
        finding.file = layer.path;
        finding.place = assignment.place;
        m_findings += finding;
        return false;
    }
    origin.value = expansion.text;
    return true;
}

void Environment::add(const EnvLayer &layer, const QMap<QString, QString> &process)
{
    const EnvFile file = readEnvFile(layer.bytes);
    QMap<QString, QString> own;
    const auto before = [this, &process](const QString &name) -> std::optional<QString> {
        const auto it = process.constFind(name);
        return it != process.constEnd() ? std::optional(*it) : value(name);
    };
    const VariableLookup lookup = [&own, &before](const QString &name) -> std::optional<QString> {
        if (std::optional<QString> found = before(name))
            return found;
        const auto it = own.constFind(name);
        return it == own.constEnd() ? std::nullopt : std::optional(*it);
    };
    QList<std::pair<QString, EnvOrigin>> found;
    for (const EnvAssignment &assignment : file.assignments) {
        EnvOrigin origin;
        origin.file = layer.path;
        origin.place = assignment.place;
        origin.text = assignment.text;
        if (assignment.inherits) {
            const std::optional<QString> inherited = before(assignment.name);
            if (!inherited)
                continue;
            origin.value = *inherited;
        } else if (assignment.quote == EnvQuote::single) {
            origin.value = assignment.text;
        } else if (!expand(layer, assignment, lookup, origin)) {
            break;
        }
        own.insert(assignment.name, origin.value);
        found.append({assignment.name, origin});
    }
    // A file's own values are seen by later files only, and by itself where no earlier one has them.
    for (const auto &[name, origin] : std::as_const(found)) {
        EnvVariable &variable = m_variables[name];
        variable.value = origin.value;
        variable.origins += origin;
    }
    if (file.problem) {
        EnvFinding finding;
        finding.file = layer.path;
        finding.place = file.problem->place;
        finding.what = file.problem->what;
        finding.mend = file.problem->mend;
        m_findings += finding;
    }
}

Environment Environment::resolve(const QList<EnvLayer> &layers, const QMap<QString, QString> &process)
{
    Environment environment;
    for (const EnvLayer &layer : layers)
        environment.add(layer, process);
    for (auto it = process.begin(); it != process.end(); ++it) {
        EnvOrigin origin;
        origin.place.line = 0;
        origin.place.column = 0;
        origin.place.utf16Column = 0;
        origin.value = it.value();
        origin.text = it.value();
        EnvVariable &variable = environment.m_variables[it.key()];
        variable.value = it.value();
        variable.origins += origin;
    }
    return environment;
}

std::optional<QString> Environment::value(const QString &name) const
{
    const auto it = m_variables.constFind(name);
    return it == m_variables.constEnd() ? std::nullopt : std::optional(it->value);
}

VariableLookup Environment::lookup() const
{
    return [this](const QString &name) { return value(name); };
}

bool Environment::ok() const
{
    return std::none_of(m_findings.begin(), m_findings.end(),
                        [](const EnvFinding &finding) { return finding.isError(); });
}

QStringList Environment::unused(const QStringList &used) const
{
    QSet<QString> known(used.begin(), used.end());
    for (const EnvVariable &variable : m_variables) {
        for (const EnvOrigin &origin : variable.origins)
            known.unite(QSet<QString>(origin.uses.begin(), origin.uses.end()));
    }
    QStringList names;
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it) {
        const bool inFile = !it->origins.first().file.isEmpty();
        if (inFile && !known.contains(it.key()))
            names += it.key();
    }
    return names;
}

} // namespace mediahelm::workspace
