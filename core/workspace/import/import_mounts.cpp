// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/import_parts.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

// Writes what one container mounts.
class MountWriter
{
public:
    explicit MountWriter(Importing &to)
        : m_to(to)
    {
        const QJsonArray mounts = to.container.value("Mounts"_L1).toArray();
        for (const QJsonValue &mount : mounts)
            m_there.insert(mount.toObject().value("Destination"_L1).toString(), mount.toObject());
    }

    void write()
    {
        const QStringList binds = textsOf(m_to.host.value("Binds"_L1));
        for (const QString &bind : binds)
            addBind(bind);
        const QJsonArray mounts = m_to.host.value("Mounts"_L1).toArray();
        for (const QJsonValue &mount : mounts)
            addMount(mount.toObject());
        addAnonymous();
        m_to.text.block("volumes", m_lines);
    }

private:
    QString volumeAt(const QString &target) const { return m_there.value(target).value("Name"_L1).toString(); }

    // "/host:/path:ro", "volume:/path", as the docker command gives them.
    void addBind(const QString &bind)
    {
        const QStringList parts = bind.split(u':');
        if (parts.size() < 2)
            return;
        m_done.insert(parts.at(1));
        if (!parts.first().startsWith(u'/'))
            m_to.externalVolumes.insert(parts.first());
        m_lines.append("- " + composeText(bind));
    }

    void addLong(const QString &type, const QString &source, const QString &target, bool readOnly,
                 const QList<QByteArray> &options)
    {
        m_done.insert(target);
        m_lines.append("- type: " + composeText(type));
        if (!source.isEmpty())
            m_lines.append("  source: " + composeText(source));
        m_lines.append("  target: " + composeText(target));
        if (readOnly)
            m_lines.append("  read_only: true");
        if (!options.isEmpty()) {
            m_lines.append("  " + type.toUtf8() + ':');
            for (const QByteArray &option : options)
                m_lines.append("    " + option);
        }
    }

    // As `docker run --mount` gives them.
    void addMount(const QJsonObject &mount)
    {
        const QString type = mount.value("Type"_L1).toString();
        const QString target = mount.value("Target"_L1).toString();
        const bool readOnly = mount.value("ReadOnly"_L1).toBool();
        QString source = mount.value("Source"_L1).toString();
        QList<QByteArray> options;
        if (type == "bind"_L1) {
            const QString propagation = mount.value("BindOptions"_L1).toObject().value("Propagation"_L1).toString();
            if (!propagation.isEmpty())
                options.append("propagation: " + composeText(propagation));
            options.append("create_host_path: false");
        } else if (type == "volume"_L1) {
            source = source.isEmpty() ? volumeAt(target) : source;
            m_to.externalVolumes.insert(source);
            if (mount.value("VolumeOptions"_L1).toObject().value("NoCopy"_L1).toBool())
                options.append("nocopy: true");
        } else if (type == "tmpfs"_L1) {
            const QJsonObject tmpfs = mount.value("TmpfsOptions"_L1).toObject();
            if (const qint64 size = tmpfs.value("SizeBytes"_L1).toInteger(); size > 0)
                options.append("size: " + QByteArray::number(size));
            if (const qint64 mode = tmpfs.value("Mode"_L1).toInteger(); mode > 0)
                options.append("mode: " + QByteArray::number(mode));
        } else {
            m_to.result.warnings.append(u"a mount of the kind %1 at %2 is left out"_s.arg(type, target));
            return;
        }
        addLong(type, source, target, readOnly, options);
    }

    // Volumes without a name, of the image's or of -v /path, hold data all the same.
    void addAnonymous()
    {
        const bool inherits = !textsOf(m_to.host.value("VolumesFrom"_L1)).isEmpty();
        const QJsonObject declared = m_to.config.value("Volumes"_L1).toObject();
        for (auto it = declared.begin(); it != declared.end(); ++it) {
            const QString name = volumeAt(it.key());
            if (m_done.contains(it.key()) || name.isEmpty())
                continue;
            if (inherits) {
                m_to.result.warnings.append(
                    u"the volume without a name at %1 may be another container's, and is left out"_s.arg(it.key()));
                continue;
            }
            m_to.externalVolumes.insert(name);
            m_lines.append("- " + composeText(name + u':' + it.key()));
        }
    }

    Importing &m_to;
    QHash<QString, QJsonObject> m_there; // by destination
    QSet<QString> m_done;
    QList<QByteArray> m_lines;
};

} // namespace

void writeMounts(Importing &to)
{
    MountWriter(to).write();
    QStringList tmpfs;
    const ServiceText::Pairs folders = pairsOf(to.host.value("Tmpfs"_L1).toObject());
    for (const auto &[path, options] : folders)
        tmpfs.append(options.isEmpty() ? path : path + u':' + options);
    to.text.list("tmpfs", tmpfs);
    QStringList from;
    const QStringList others = textsOf(to.host.value("VolumesFrom"_L1));
    for (const QString &other : others) {
        const QString mode = other.section(u':', 1, 1);
        if (mode == "ro"_L1)
            to.result.warnings.append(
                u"the volumes of another container are mounted read-only, and Compose mounts them to be written"_s);
        from.append(u"container:"_s + to.named(other.section(u':', 0, 0)) + (mode.isEmpty() ? QString() : u':' + mode));
    }
    to.text.list("volumes_from", from);
}

} // namespace mediahelm::workspace
