// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/text_index.h"
#include "core/workspace/yaml/yaml_limits.h"
#include "core/workspace/yaml/yaml_problem.h"
#include "core/workspace/yaml/yaml_scalar.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace mediahelm::workspace {

enum class YamlKind { scalar, sequence, mapping, alias };
enum class YamlStyle {
    none, // an alias
    plain,
    singleQuoted,
    doubleQuoted,
    literal, // |
    folded, // >
    block, // a collection by indentation
    flow, // a collection in brackets
    flowPair, // a mapping of one pair in a flow sequence, without braces: [a: b]
};

struct YamlTree;

// A node of a document, as written: an alias is an alias, "<<" is a key. A light handle that is valid as long as any
// copy of its document; a default one is no node at all. See yaml_resolved.h for the reading that follows aliases.
class YamlNode
{
public:
    YamlNode() = default;
    YamlNode(const YamlTree *tree, int id)
        : m_tree(tree)
        , m_id(id)
    {
    }

    bool exists() const { return m_tree; }
    explicit operator bool() const { return exists(); }

    YamlKind kind() const;
    YamlStyle style() const;
    bool isScalar() const { return kind() == YamlKind::scalar; }
    bool isSequence() const { return kind() == YamlKind::sequence; }
    bool isMapping() const { return kind() == YamlKind::mapping; }
    bool isAlias() const { return kind() == YamlKind::alias; }
    bool isBlockCollection() const { return style() == YamlStyle::block; }

    // The node's own bytes, without its tag and anchor. A scalar with its quotes; a block scalar from its | or > on,
    // but without the break that ends its last line; a block collection from its first key or dash to the end of its
    // last child, so without comments behind it; an empty value is an empty span where it would stand.
    model::Span span() const;
    // The same with tag and anchor.
    model::Span whole() const;

    const QString &text() const; // of a scalar, unquoted; of an alias, the anchor's name
    const QString &tag() const; // as written for "!reset", short for YAML's own ("!!str"); empty for none
    const QString &anchor() const;
    // What a scalar means to Compose; a string for whatever is no scalar.
    ScalarType type() const;

    // Of a sequence its items; of a mapping its pairs.
    int size() const;
    YamlNode item(int index) const; // of a sequence
    YamlNode key(int index) const; // of a mapping
    YamlNode value(int index) const; // of a mapping
    // A mapping's value by the text of its key, as written: no merge keys. No node where there is none.
    YamlNode value(const QString &key) const;

    YamlNode parent() const; // no node for the root
    int index() const; // of the pair or item in its parent
    bool isKey() const;
    YamlNode pairKey() const; // of a mapping's value
    QString pointer() const; // of a key: the one of its value
    // What an alias stands for; any other node itself.
    YamlNode target() const;

    int id() const { return m_id; }
    friend bool operator==(const YamlNode &, const YamlNode &) = default;

private:
    const YamlTree *m_tree = nullptr;
    int m_id = -1;
};

// A YAML file that was read: one document, within limits, without duplicate keys, every alias known. Immutable; a copy
// shares.
class YamlDocument
{
public:
    YamlDocument() = default;
    explicit YamlDocument(std::shared_ptr<const YamlTree> tree)
        : m_tree(std::move(tree))
    {
    }

    bool isNull() const { return !m_tree; }
    // The empty scalar for a file that holds no document.
    YamlNode root() const;
    const QByteArray &bytes() const;
    const TextIndex &lines() const;
    int nodeCount() const;
    YamlNode node(int id) const; // in the order in which they begin in the file

    model::Place place(const YamlNode &node) const; // where its bytes begin
    // The node as written, no aliases followed; a key that is merged in is not found.
    YamlNode find(const QString &pointer) const;
    // The innermost node (or key) whose bytes hold this one: what the cursor is on.
    YamlNode at(qsizetype byte) const;

private:
    std::shared_ptr<const YamlTree> m_tree;
};

struct YamlReading {
    YamlDocument document; // null where there is a problem
    std::optional<YamlProblem> problem;

    bool ok() const { return !problem; }
};

// Reads a whole file. Grammar: YAML as libyaml reads it, which is what Compose's reader was made from. Takes about a
// millisecond per thousand lines; may run on any thread.
YamlReading readYaml(const QByteArray &bytes, const YamlLimits &limits = {});

} // namespace mediahelm::workspace
