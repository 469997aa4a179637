// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/file_changes.h"
#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>

#include <algorithm>

// What mediahelm.yaml says of its files.
namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using workspace::YamlDocument;
using workspace::YamlNode;

namespace {

// Without a list these count, where they are there (DESIGN, "The workspace on disk").
bool isUsual(const QString &path, FileKind kind)
{
    static const QStringList layers{u"defaults/base.env"_s, u"defaults/media-services.env"_s,
                                    u"defaults/security-services.env"_s, u"defaults/monitoring-services.env"_s,
                                    u"local.env"_s};
    return kind == FileKind::env ? layers.contains(path) : QDir::match(u"services/*.yaml"_s, path);
}

QString listOf(FileKind kind)
{
    return kind == FileKind::env ? u"/env_layers"_s : kind == FileKind::compose ? u"/service_files"_s : QString();
}

struct Listing {
    bool exists = false; // the list
    int at = -1; // the item that is this very path
    bool matched = false; // by another item, with '*'
    int size = 0;
    QString last;
};

Listing listingOf(const YamlDocument &manifest, const QString &list, const QString &path)
{
    Listing listing;
    const YamlNode found = findResolved(manifest, list);
    const YamlNode node = found ? found.target() : found;
    if (!node || !node.isSequence())
        return listing;
    listing.exists = true;
    listing.size = node.size();
    for (int i = 0; i < node.size(); ++i) {
        listing.last = node.item(i).target().text();
        if (listing.last == path)
            listing.at = i;
        else if (listing.last.contains(u'*') && QDir::match(listing.last, path))
            listing.matched = true;
    }
    return listing;
}

// As an item of a list, quoted: a path may hold what YAML takes for more.
QByteArray quoted(const QString &path)
{
    const bool plain = std::ranges::all_of(path, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || u"/._-"_s.contains(c);
    });
    return plain && !path.startsWith(u'-') ? path.toUtf8()
                                           : '\'' + QString(path).replace(u'\'', u"''"_s).toUtf8() + '\'';
}

Result<QByteArray> bytesOf(const Result<workspace::YamlEdit> &edit)
{
    if (edit)
        return edit->bytes;
    return Error{edit.error().kind, u"mediahelm.yaml: "_s + edit.error().message, edit.error().detail};
}

} // namespace

Result<QByteArray> FileChanges::manifestWith(const QString &path, FileKind kind) const
{
    const QByteArray &bytes = m_workspace.manifestBytes;
    const QString list = listOf(kind);
    if (list.isEmpty() || m_workspace.manifest.isEmpty())
        return bytes;
    const workspace::YamlReading manifest = workspace::readYaml(bytes);
    if (!manifest.ok())
        return Error{ErrorKind::invalid, u"mediahelm.yaml:"_s + manifest.problem->text(), {}};
    const Listing listing = listingOf(manifest.document, list, path);
    if (listing.at >= 0 || listing.matched || (!listing.exists && isUsual(path, kind)))
        return bytes;
    // local.env is the user's own, and wins over all others.
    const auto isLocal = [](const QString &layer) { return layer == "local.env"_L1; };
    if (listing.exists)
        return bytesOf(workspace::insertItem(
            manifest.document, list, kind == FileKind::env && isLocal(listing.last) ? listing.size - 1 : listing.size,
            quoted(path)));
    QStringList paths;
    if (kind == FileKind::env) {
        for (const workspace::EnvLayer &layer : m_workspace.envLayers)
            paths.append(layer.path);
        paths.insert(!paths.isEmpty() && isLocal(paths.constLast()) ? paths.size() - 1 : paths.size(), path);
    } else {
        paths = {u"services/*.yaml"_s, path};
    }
    QByteArray value;
    for (const QString &each : std::as_const(paths))
        value += "- " + (each.contains(u'*') ? each.toUtf8() : quoted(each)) + '\n';
    value.chop(1);
    return bytesOf(workspace::setValue(manifest.document, list, value));
}

Result<QByteArray> FileChanges::manifestWithSecrets(const QByteArray &bytes, const QStringList &secrets) const
{
    if (m_workspace.manifest.isEmpty())
        return bytes;
    QByteArray now = bytes;
    for (const QString &secret : secrets) {
        if (m_workspace.secrets.contains(secret))
            continue;
        const workspace::YamlReading manifest = workspace::readYaml(now);
        if (!manifest.ok())
            return Error{ErrorKind::invalid, u"mediahelm.yaml:"_s + manifest.problem->text(), {}};
        const bool there = manifest.document.find(u"/secrets"_s).exists();
        const Result<QByteArray> added =
            bytesOf(there ? workspace::setValue(manifest.document, u"/secrets/-"_s, secret.toUtf8())
                          : workspace::setValue(manifest.document, u"/secrets"_s, "- " + secret.toUtf8()));
        if (!added)
            return added;
        now = *added;
    }
    return now;
}

Result<QByteArray> FileChanges::manifestWithout(const QString &path, FileKind kind, const QString &to) const
{
    const QByteArray &bytes = m_workspace.manifestBytes;
    const QString list = listOf(kind);
    if (list.isEmpty() || m_workspace.manifest.isEmpty())
        return bytes;
    const workspace::YamlReading manifest = workspace::readYaml(bytes);
    if (!manifest.ok())
        return Error{ErrorKind::invalid, u"mediahelm.yaml:"_s + manifest.problem->text(), {}};
    const Listing listing = listingOf(manifest.document, list, path);
    if (listing.at < 0)
        return to.isEmpty() ? Result<QByteArray>(bytes) : manifestWith(to, kind);
    const QString item = list + u'/' + QString::number(listing.at);
    if (!to.isEmpty())
        return bytesOf(workspace::setValue(manifest.document, item, quoted(to)));
    if (listing.size == 1)
        return Error{ErrorKind::refused, u"%1 is the only file of its kind that mediahelm.yaml names"_s.arg(path), {}};
    return bytesOf(workspace::removeNode(manifest.document, item));
}

} // namespace mediahelm::control
