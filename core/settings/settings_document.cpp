// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_document.h"

#include "core/base/nearest.h"
#include "core/settings/json_positions.h"
#include "core/settings/settings_migrations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace mediahelm::settings {

namespace {

constexpr QLatin1String hostsKey("hosts");
constexpr QLatin1String idKey("id");
constexpr QLatin1String addressKey("address");
constexpr QLatin1String socketKey("remote_socket");

QString sectionOf(const QString &key)
{
    return key.section(u'.', 0, 0);
}

QString nameOf(const QString &key)
{
    return key.section(u'.', 1);
}

// Reads one text; its members are what the steps share.
class Reader
{
public:
    Reader(const QByteArray &text, const QString &path)
        : m_text(text)
        , m_path(path)
    {
    }

    base::Result<SettingsDocument> read()
    {
        if (m_text.trimmed().isEmpty())
            return fail(0, QStringLiteral("the file is empty; delete it to start with the built-in settings"));
        QJsonParseError fault;
        const QJsonDocument json = QJsonDocument::fromJson(m_text, &fault);
        if (fault.error != QJsonParseError::NoError)
            return fail(fault.offset, QStringLiteral("not valid JSON: %1").arg(fault.errorString()));
        m_positions = JsonPositions::of(m_text);
        if (!json.isObject())
            return fail(QString(), QStringLiteral("must be an object: { ... }"));
        if (!m_positions.duplicate().isEmpty())
            return fail(m_positions.duplicate(),
                        QStringLiteral("%1 stands here a second time").arg(m_positions.duplicate().mid(1)));
        return readObject(json.object());
    }

private:
    base::Result<SettingsDocument> readObject(const QJsonObject &given)
    {
        m_document.fileVersion = given.value(QStringLiteral("version")).toInt(1);
        base::Result<QJsonObject> current = migrate(given, settingsMigrations(), settingsVersion);
        if (!current)
            return fail(QStringLiteral("/version"), QStringLiteral("version %1").arg(current.error().message),
                        current.error().kind);
        m_document.root = *current;
        if (const base::Status status = readHosts(); !status)
            return status.error();
        if (const base::Status status = readValues(); !status)
            return status.error();
        warnOfUnknown();
        return m_document;
    }

    base::Status readHosts()
    {
        if (!m_document.root.contains(hostsKey)) {
            m_document.hosts = SettingsDocument::firstRun().hosts;
            return {};
        }
        if (!m_document.root.value(hostsKey).isArray())
            return fail(QStringLiteral("/hosts"), QStringLiteral("hosts must be a list: [ ... ]"));
        const QJsonArray items = m_document.root.value(hostsKey).toArray();
        QSet<base::HostId> ids;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString pointer = QStringLiteral("/hosts/%1").arg(i);
            base::Result<model::HostProfile> profile = readHost(items.at(i), pointer);
            if (!profile)
                return profile.error();
            if (ids.contains(profile->id))
                return fail(pointer + QStringLiteral("/id"),
                            QStringLiteral("a second host named %1").arg(profile->id.text()));
            ids.insert(profile->id);
            m_document.hosts.append(*profile);
        }
        return {};
    }

    base::Result<model::HostProfile> readHost(const QJsonValue &item, const QString &pointer)
    {
        if (!item.isObject())
            return fail(pointer, QStringLiteral("a host must be an object with id and address"));
        const QJsonObject object = item.toObject();
        for (const QLatin1String key : {idKey, addressKey, socketKey}) {
            if (!object.value(key).isString() && (key != socketKey || object.contains(key)))
                return fail(pointer + u'/' + key, QStringLiteral("a host's %1 must be a text in quotes").arg(key));
        }
        const base::Result<base::HostId> id = base::HostId::parse(object.value(idKey).toString());
        if (!id)
            return fail(pointer + QStringLiteral("/id"), id.error().message);
        const auto address = model::EngineAddress::parse(object.value(addressKey).toString());
        if (!address)
            return fail(pointer + QStringLiteral("/address"), address.error().message);
        return model::HostProfile{*id, *address, object.value(socketKey).toString()};
    }

    base::Status readValues()
    {
        for (const SettingRow &row : settingRows()) {
            const QString key = QString::fromLatin1(row.key);
            const QJsonValue section = m_document.root.value(sectionOf(key));
            const QString pointer = u'/' + sectionOf(key);
            if (!section.isUndefined() && !section.isObject())
                return fail(pointer, QStringLiteral("%1 must be an object: { ... }").arg(sectionOf(key)));
            const QJsonValue value = section.toObject().value(nameOf(key));
            if (value.isUndefined())
                continue;
            const QString place = pointer + u'/' + nameOf(key);
            if (const base::Status status = checkSetting(row, value); !status)
                return fail(place, key + u' ' + status.error().message);
            m_document.values.insert(row.setting, {value, SettingOrigin::file, where(place)});
        }
        return {};
    }

    void warnOfUnknown()
    {
        QStringList known{hostsKey, QStringLiteral("version")};
        for (const SettingRow &row : settingRows())
            known << QString::fromLatin1(row.key) << sectionOf(QString::fromLatin1(row.key));
        for (auto it = m_document.root.begin(); it != m_document.root.end(); ++it) {
            if (!known.contains(it.key())) {
                warn(it.key(), u'/' + it.key(), known);
                continue;
            }
            if (it.key() == hostsKey)
                continue;
            const QStringList names = it.value().toObject().keys();
            for (const QString &name : names) {
                const QString key = it.key() + u'.' + name;
                if (!known.contains(key))
                    warn(key, u'/' + it.key() + u'/' + name, known);
            }
        }
    }

    void warn(const QString &key, const QString &pointer, const QStringList &known)
    {
        const QString nearest = base::nearestName(key, known);
        QString message = QStringLiteral("%1: %2 is not a setting that this version knows").arg(where(pointer), key);
        if (!nearest.isEmpty())
            message += QStringLiteral("; did you mean %1?").arg(nearest);
        m_document.warnings.append(message);
    }

    QString where(const QString &pointer) const
    {
        return m_path + u':' + JsonPositions::lineAndColumn(m_text, m_positions.offset(pointer));
    }
    base::Error fail(const QString &pointer, const QString &what, base::ErrorKind kind = base::ErrorKind::invalid) const
    {
        return {kind, where(pointer) + QStringLiteral(": ") + what, {}};
    }
    base::Error fail(qsizetype offset, const QString &what) const
    {
        return {base::ErrorKind::invalid,
                m_path + u':' + JsonPositions::lineAndColumn(m_text, offset) + QStringLiteral(": ") + what,
                {}};
    }

    const QByteArray &m_text;
    const QString m_path;
    JsonPositions m_positions;
    SettingsDocument m_document;
};

} // namespace

SettingsDocument SettingsDocument::firstRun()
{
    SettingsDocument document;
    document.root.insert(QStringLiteral("version"), settingsVersion);
    if (const auto id = base::HostId::parse(u"local"))
        document.hosts.append({*id, model::EngineAddress::local(), {}});
    return document;
}

base::Result<SettingsDocument> SettingsDocument::read(const QByteArray &text, const QString &path)
{
    return Reader(text, path).read();
}

void SettingsDocument::setHosts(const QList<model::HostProfile> &profiles)
{
    QHash<QString, QJsonObject> former; // by id: keeps what we do not know of a host
    const QJsonArray items = root.value(hostsKey).toArray();
    for (const QJsonValue &item : items)
        former.insert(item.toObject().value(idKey).toString(), item.toObject());

    QJsonArray written;
    for (const model::HostProfile &profile : profiles) {
        QJsonObject object = former.value(profile.id.text());
        object.insert(idKey, profile.id.text());
        object.insert(addressKey, profile.address.text());
        if (profile.remoteSocket.isEmpty())
            object.remove(socketKey);
        else
            object.insert(socketKey, profile.remoteSocket);
        written.append(object);
    }
    root.insert(hostsKey, written);
    hosts = profiles;
}

void SettingsDocument::setValue(Setting setting, const QJsonValue &value, const QString &where)
{
    const QString key = settingKey(setting);
    QJsonObject section = root.value(sectionOf(key)).toObject();
    if (value.isUndefined()) {
        section.remove(nameOf(key));
        values.remove(setting);
    } else {
        section.insert(nameOf(key), value);
        values.insert(setting, {value, SettingOrigin::file, where});
    }
    root.insert(sectionOf(key), section);
}

QByteArray SettingsDocument::text() const
{
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace mediahelm::settings
