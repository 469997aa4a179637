// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/import_container.h"

#include "core/workspace/import/import_parts.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

QByteArray externals(const char *key, const QSet<QString> &names)
{
    if (names.isEmpty())
        return {};
    QByteArray text = QByteArray("\n") + key + ":\n";
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    for (const QString &name : std::as_const(sorted))
        text += "  " + yamlKey(name) + ":\n    external: true\n";
    return text;
}

// The image's name may have gone on to another one since.
void compareImage(const model::RawContainer &raw, const QString &name, QStringList &warnings)
{
    if (raw.image.isEmpty()) {
        warnings.append(u"the image that it was made from is gone, so that all of its settings are written out"_s);
        return;
    }
    const QStringList tags = textsOf(raw.image.value("RepoTags"_L1));
    const QString tagged = name.section(u'/', -1).contains(u':') ? name : name + u":latest"_s;
    if (!name.startsWith("sha256:"_L1) && !name.contains(u'@') && !tags.contains(tagged))
        warnings.append(u"%1 names another image by now than the one that the container was made from"_s.arg(name));
}

} // namespace

QString Importing::named(const QString &idOrName) const
{
    const QString prefix = u"container:"_s;
    if (idOrName.startsWith(prefix))
        return prefix + named(idOrName.sliced(prefix.size()));
    return context.containerNames.value(idOrName, idOrName);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        texts.append(item.toString());
    return texts;
}

ServiceText::Pairs pairsOf(const QJsonObject &object)
{
    ServiceText::Pairs pairs;
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.append({it.key(), it.value().toVariant().toString()});
    return pairs;
}

base::Result<ImportedService> importContainer(const model::RawContainer &raw, const ImportContext &context)
{
    Importing to;
    to.container = raw.container;
    to.config = raw.container.value("Config"_L1).toObject();
    to.host = raw.container.value("HostConfig"_L1).toObject();
    to.image = raw.image.value("Config"_L1).toObject();
    to.context = context;
    QString name = raw.container.value("Name"_L1).toString();
    if (name.startsWith(u'/'))
        name.remove(0, 1);
    const QString image = to.config.value("Image"_L1).toString();
    if (name.isEmpty() || image.isEmpty() || to.host.isEmpty())
        return Error{ErrorKind::invalid, u"the engine does not say how the container was made"_s, {}};
    const QString project = to.config.value("Labels"_L1).toObject().value("com.docker.compose.project"_L1).toString();
    if (!project.isEmpty())
        return Error{ErrorKind::conflict,
                     u"%1 belongs to the Compose project %2 already; adopt that one"_s.arg(name, project),
                     {}};
    to.result.service = name;
    compareImage(raw, image, to.result.warnings);
    to.text.text("image", image);
    to.text.text("container_name", name);
    for (const auto write : {writeProcess, writeEnvironment, writeNetworks, writePorts, writeMounts, writePrivileges,
                             writeLimits, writeSystem, writeHealthCheck, writeLabels})
        write(to);
    to.result.yaml = "# Makes a container that is equal to " + name.toUtf8()
        + ", which was started by hand.\nservices:\n  " + yamlKey(name) + ":\n" + to.text.bytes()
        + externals("networks", to.externalNetworks) + externals("volumes", to.externalVolumes);
    return to.result;
}

} // namespace mediahelm::workspace
