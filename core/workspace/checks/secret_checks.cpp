// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"
#include "core/workspace/checks/secret_words.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

// What stands in the file behind the name, with its variables.
QString writtenValue(const ModelVariable &variable)
{
    const YamlNode node = variable.source.node.exists() ? variable.source.node.target() : YamlNode();
    if (!node.exists() || !node.isScalar())
        return {};
    const YamlNode parent = variable.source.node.parent();
    const bool item = parent.exists() && parent.isSequence();
    return item ? node.text().mid(node.text().indexOf(u'=') + 1) : node.text();
}

} // namespace

void checkSecrets(const ComposeModel &model, CheckReport &report)
{
    const QString code = u"secret-in-plain-text"_s;
    for (const auto &file : model.files) {
        for (const ModelService &service : file->services) {
            for (const ModelVariable &variable : service.environment) {
                if (!variable.value)
                    continue;
                const QString written = writtenValue(variable);
                if (isSecretName(variable.name) && canBeSecret(written) && bringsValue(written))
                    report.add(Severity::warning, code, variable.source,
                               u"%1 stands here for everyone who can read the file; write ${%2}, and keep the value as "
                               "a secret"_s.arg(shownName(variable.name), shownName(variable.name).toUpper()));
                else if (hasPasswordInUrl(written))
                    report.add(Severity::warning, code, variable.source,
                               u"the address in %1 has a password in it; write ${...} in its place, and keep the value "
                               "as a secret"_s.arg(shownName(variable.name)));
            }
        }
    }
}

QList<model::Diagnostic> checkEnvSecrets(const Environment &environment, const QStringList &secrets, bool hasManifest)
{
    QList<model::Diagnostic> found;
    const auto &variables = environment.variables();
    for (auto it = variables.begin(); it != variables.end() && found.size() < CheckReport::most; ++it) {
        for (const EnvOrigin &origin : it->origins) {
            const bool byName = isSecretName(it.key()) && canBeSecret(origin.text) && bringsValue(origin.text);
            if (origin.file.isEmpty() || (!byName && !hasPasswordInUrl(origin.text)))
                continue;
            const QString name = shownName(it.key());
            QString mend = u"keep it where only you can read it"_s;
            if (secrets.contains(it.key()))
                mend = u"it is listed as a secret: keep it with mediahelm secrets set %1, and take it out here"_s.arg(
                    name);
            else if (hasManifest)
                mend =
                    u"list %1 under secrets in mediahelm.yaml, and keep it with mediahelm secrets set %1"_s.arg(name);
            found.append({hasManifest ? Severity::warning : Severity::hint,
                          u"secret-in-plain-text"_s,
                          origin.file,
                          origin.place,
                          {},
                          u"%1 stands here for everyone who can read the file; %2"_s.arg(name, mend),
                          std::nullopt});
        }
    }
    return found;
}

} // namespace mediahelm::workspace
