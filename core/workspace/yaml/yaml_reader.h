// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_tree.h"

#include <QHash>

#include <vector>

#include <yaml.h>

namespace mediahelm::workspace {

// Whether a key asks for a merge ("<<" that is not quoted), as Compose's reader sees it.
bool isMergeKey(const YamlNode &key);

// Makes the tree of one file from libyaml's events; what is over a limit or faulty ends it at once. Lives for one
// reading, see readYaml(). The bytes must be UTF-8.
class YamlReader
{
public:
    YamlReader(const QByteArray &bytes, const YamlLimits &limits);
    ~YamlReader();
    Q_DISABLE_COPY_MOVE(YamlReader)

    YamlReading read();

private:
    struct Open { // a collection whose end is not read yet
        int node = 0;
        size_t firstPending = 0;
    };

    void take(const yaml_event_t &event);
    void scalar(const yaml_event_t &event);
    void checkEscapes(qsizetype begin, qsizetype end);
    void alias(const yaml_event_t &event);
    void open(const yaml_event_t &event);
    void close(qsizetype end);
    int add(YamlTree::Node node);
    bool acceptKey(const YamlTree::Node &key);
    void checkMapping(const YamlNode &mapping);
    void checkMerge(const YamlNode &value);
    void syntaxProblem();
    void fail(YamlFault fault, qsizetype offset, const QString &what, const QString &mend,
              std::optional<model::Place> other = std::nullopt);

    const QByteArray &text() const { return m_tree->lines.text(); }
    qsizetype byteOf(const yaml_mark_t &mark) const;
    bool inFlow() const;
    QString openPointer() const;

    const YamlLimits m_limits;
    std::shared_ptr<YamlTree> m_tree;
    const bool m_byteOrderMark;
    yaml_parser_t m_parser{};
    int m_documents = 0;
    std::vector<Open> m_open;
    std::vector<int> m_pending; // children of what is open, collection after collection
    QHash<QString, int> m_anchors; // the last node of each name
    std::vector<qint64> m_weights; // of each node: how many values it stands for
    std::vector<int> m_heights; // of each node: how deep it nests
    qint64 m_expanded = 0; // what all aliases stand for
    std::optional<YamlProblem> m_problem;
};

} // namespace mediahelm::workspace
