// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ui_state.h"

#include "core/base/durable_file.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace mediahelm::settings {

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.settings.state")

constexpr qint64 stateLimit = 1024 * 1024;

} // namespace

UiState::UiState(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(1s);
    connect(&m_saveTimer, &QTimer::timeout, this, &UiState::flush);
    if (m_file.isEmpty())
        return;
    if (const auto text = base::readBounded(m_file, stateLimit))
        m_values = QJsonDocument::fromJson(*text).object();
}

UiState::~UiState()
{
    flush();
}

QString UiState::text(const QString &key, const QString &fallback) const
{
    return m_values.value(key).toString(fallback);
}

QByteArray UiState::bytes(const QString &key) const
{
    return QByteArray::fromBase64(m_values.value(key).toString().toLatin1());
}

void UiState::setValue(const QString &key, const QJsonValue &value)
{
    if (m_values.value(key) == value)
        return;
    if (value.isUndefined())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    m_unsaved = true;
    if (!m_file.isEmpty())
        m_saveTimer.start();
    Q_EMIT changed(key);
}

void UiState::setBytes(const QString &key, const QByteArray &bytes)
{
    setValue(key, QString::fromLatin1(bytes.toBase64()));
}

void UiState::flush()
{
    m_saveTimer.stop();
    if (!m_unsaved || m_file.isEmpty())
        return;
    m_unsaved = false;
    base::Status status = base::makePrivateFolder(QFileInfo(m_file).absolutePath());
    if (status)
        status = base::writeDurably(m_file, QJsonDocument(m_values).toJson(QJsonDocument::Compact));
    if (!status)
        qCInfo(log, "the window's state is not kept: %ls", qUtf16Printable(status.error().message));
}

} // namespace mediahelm::settings
