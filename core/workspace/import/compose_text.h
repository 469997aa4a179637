// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace mediahelm::workspace {

// A text as a YAML scalar that reads as that text, with every '$' doubled, as Compose wants it in values.
QByteArray composeText(const QString &text);
// The same without the doubling: for keys, which Compose does not expand.
QByteArray yamlKey(const QString &key);
// A duration of the engine's, in nanoseconds: "1m30s" as "90s".
QString durationText(qint64 nanoseconds);

// The keys of one service, written in the order of the calls. An empty value writes nothing.
class ServiceText
{
public:
    using Pairs = QList<std::pair<QString, QString>>;

    void text(const char *key, const QString &value);
    void number(const char *key, qint64 value); // 0 writes nothing
    void decimal(const char *key, double value); // likewise
    void flag(const char *key, bool value); // false writes nothing
    void always(const char *key, const QByteArray &value); // as it stands
    void line(const char *key, const QStringList &values); // [a, b], also an empty one
    void list(const char *key, const QStringList &values);
    void map(const char *key, const Pairs &pairs);
    // Lines below a key, indented by two more blanks than it; as they stand.
    void block(const char *key, const QList<QByteArray> &lines);

    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace mediahelm::workspace
