// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_document.h"

#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_tree.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

const YamlTree::Node &data(const YamlTree *tree, int id)
{
    return tree->nodes[size_t(id)];
}

} // namespace

YamlKind YamlNode::kind() const
{
    return data(m_tree, m_id).kind;
}

YamlStyle YamlNode::style() const
{
    return data(m_tree, m_id).style;
}

model::Span YamlNode::span() const
{
    return data(m_tree, m_id).span;
}

model::Span YamlNode::whole() const
{
    const YamlTree::Node &node = data(m_tree, m_id);
    return {node.begin, node.span.end};
}

const QString &YamlNode::text() const
{
    return data(m_tree, m_id).text;
}

const QString &YamlNode::tag() const
{
    return data(m_tree, m_id).tag;
}

const QString &YamlNode::anchor() const
{
    return data(m_tree, m_id).anchor;
}

ScalarType YamlNode::type() const
{
    const YamlTree::Node &node = data(m_tree, m_id);
    if (node.kind != YamlKind::scalar)
        return ScalarType::string;
    return scalarType(node.text, node.tag, node.style == YamlStyle::plain);
}

int YamlNode::size() const
{
    const YamlTree::Node &node = data(m_tree, m_id);
    return node.kind == YamlKind::mapping ? node.childCount / 2 : node.childCount;
}

YamlNode YamlNode::item(int index) const
{
    return {m_tree, m_tree->children[size_t(data(m_tree, m_id).firstChild + index)]};
}

YamlNode YamlNode::key(int index) const
{
    return item(2 * index);
}

YamlNode YamlNode::value(int index) const
{
    return item(2 * index + 1);
}

YamlNode YamlNode::value(const QString &name) const
{
    for (int i = 0; isMapping() && i < size(); ++i) {
        if (key(i).target().text() == name)
            return value(i);
    }
    return {};
}

YamlNode YamlNode::parent() const
{
    const int id = data(m_tree, m_id).parent;
    return id < 0 ? YamlNode() : YamlNode(m_tree, id);
}

int YamlNode::index() const
{
    return data(m_tree, m_id).index;
}

bool YamlNode::isKey() const
{
    return data(m_tree, m_id).isKey;
}

YamlNode YamlNode::pairKey() const
{
    const YamlNode around = parent();
    return around && around.isMapping() ? around.key(index()) : YamlNode();
}

QString YamlNode::pointer() const
{
    QStringList parts;
    for (YamlNode node = *this; node.parent(); node = node.parent())
        parts.prepend(node.parent().isMapping() ? node.pairKey().target().text() : QString::number(node.index()));
    return joinPointer(parts);
}

YamlNode YamlNode::target() const
{
    const YamlTree::Node &node = data(m_tree, m_id);
    return node.kind == YamlKind::alias ? YamlNode(m_tree, node.target) : *this;
}

YamlNode YamlDocument::root() const
{
    return {m_tree.get(), 0};
}

const QByteArray &YamlDocument::bytes() const
{
    return m_tree->lines.text();
}

const TextIndex &YamlDocument::lines() const
{
    return m_tree->lines;
}

int YamlDocument::nodeCount() const
{
    return int(m_tree->nodes.size());
}

YamlNode YamlDocument::node(int id) const
{
    return {m_tree.get(), id};
}

model::Place YamlDocument::place(const YamlNode &node) const
{
    return m_tree->lines.place(node.span().begin);
}

YamlNode YamlDocument::find(const QString &pointer) const
{
    const std::optional<QStringList> parts = splitPointer(pointer);
    if (!parts)
        return {};
    YamlNode node = root();
    for (const QString &part : *parts) {
        if (node.isMapping()) {
            node = node.value(part);
        } else if (node.isSequence()) {
            const std::optional<int> index = pointerIndex(part);
            node = index && *index < node.size() ? node.item(*index) : YamlNode();
        } else {
            node = {};
        }
        if (!node)
            return {};
    }
    return node;
}

YamlNode YamlDocument::at(qsizetype byte) const
{
    YamlNode best = root();
    for (bool deeper = true; deeper;) {
        deeper = false;
        const int children = best.isMapping() ? 2 * best.size() : best.size();
        for (int i = 0; i < children && !deeper; ++i) {
            const YamlNode child = best.item(i);
            if (byte >= child.whole().begin && byte <= child.whole().end) {
                best = child;
                deeper = true;
            }
        }
    }
    return best;
}

} // namespace mediahelm::workspace
