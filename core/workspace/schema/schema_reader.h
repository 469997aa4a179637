// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/schema/schema_tree.h"

#include <QHash>
#include <QJsonValue>

namespace mediahelm::workspace {

// Makes the tree of one schema, and its form for valijson beside it; the first thing that is refused ends it. Lives for
// one reading, see readSchema().
class SchemaReader
{
public:
    explicit SchemaReader(SchemaOrigin origin);

    base::Result<SchemaReading> read(const QJsonObject &root);

private:
    struct Extent {
        qint64 size = -1;
        int levels = 0;
    };

    // Reads a schema: its number, and in `plain` what valijson gets.
    int schema(const QJsonValue &value, QJsonValue &plain);
    void reference(const QJsonObject &in, SchemaNode &node, QJsonObject &out);
    void words(const QJsonObject &in, SchemaNode &node);
    void types(const QJsonObject &in, SchemaNode &node, QJsonObject &out);
    void bounds(const QJsonObject &in, SchemaNode &node, QJsonObject &out);
    void texts(const QJsonObject &in, SchemaNode &node);
    void objects(const QJsonObject &in, SchemaNode &node, QJsonObject &out);
    static void closeKeys(SchemaNode &node, QJsonObject &out);
    void lists(const QJsonObject &in, SchemaNode &node, QJsonObject &out);
    void combinations(const QJsonObject &in, SchemaNode &node, QJsonObject &out);
    void child(const QJsonObject &in, const QString &keyword, int &id, QJsonObject &out);
    void children(const QJsonObject &in, const QString &keyword, QList<int> &ids, QJsonObject &out);
    SchemaPattern pattern(const QString &source);
    void definitions(const QJsonObject &root, const QString &keyword, QJsonObject &plain);
    void connectReferences();
    Extent extent(int id, std::vector<Extent> &known, int level);
    void refuse(const QString &why);

    const SchemaOrigin m_origin;
    std::shared_ptr<SchemaTree> m_tree;
    QHash<QString, int> m_definitions; // by "#/definitions/NAME"
    QHash<QString, SchemaPattern> m_patterns; // each is compiled once
    int m_depth = 0;
    QString m_problem;
};

} // namespace mediahelm::workspace
