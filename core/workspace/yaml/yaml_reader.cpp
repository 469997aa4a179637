// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_reader.h"

#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_spans.h"
#include "core/workspace/yaml/yaml_words.h"

#include <QSet>

#include <algorithm>

namespace mediahelm::workspace {

namespace {

QString shortTag(const yaml_char_t *tag)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(tag));
    const QLatin1String prefix("tag:yaml.org,2002:");
    return text.startsWith(prefix) ? QStringLiteral("!!") + text.mid(prefix.size()) : text;
}

QString anchorOf(const yaml_char_t *anchor)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(anchor));
}

YamlStyle scalarStyle(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return YamlStyle::singleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return YamlStyle::doubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return YamlStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE: return YamlStyle::folded;
    default: return YamlStyle::plain;
    }
}

} // namespace

YamlReader::YamlReader(const QByteArray &bytes, const YamlLimits &limits)
    : m_limits(limits)
    , m_tree(std::make_shared<YamlTree>())
    , m_byteOrderMark(bytes.startsWith("\xEF\xBB\xBF"))
{
    m_tree->lines = TextIndex(bytes);
    yaml_parser_initialize(&m_parser);
    yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    const qsizetype skipped = m_byteOrderMark ? 3 : 0;
    const auto *begin = reinterpret_cast<const unsigned char *>(m_tree->lines.text().constData());
    yaml_parser_set_input_string(&m_parser, begin + skipped, size_t(bytes.size() - skipped));
}

YamlReader::~YamlReader()
{
    yaml_parser_delete(&m_parser);
}

YamlReading YamlReader::read()
{
    for (bool more = true; more && !m_problem;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&m_parser, &event)) {
            syntaxProblem();
            break;
        }
        more = event.type != YAML_STREAM_END_EVENT;
        take(event);
        yaml_event_delete(&event);
    }
    if (m_problem)
        return {{}, m_problem};
    if (m_tree->nodes.empty()) {
        const qsizetype end = text().size();
        m_tree->nodes.push_back({.begin = end, .span = {end, end}, .text = {}, .tag = {}, .anchor = {}});
    }
    return {YamlDocument(m_tree), std::nullopt};
}

void YamlReader::take(const yaml_event_t &event)
{
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
        if (event.data.document_start.version_directive && event.data.document_start.version_directive->minor != 1)
            fail(YamlFault::syntax, byteOf(event.start_mark), QStringLiteral("Compose reads no '%YAML' but 1.1"),
                 QStringLiteral("take the line out"));
        if (m_documents++ > 0)
            fail(YamlFault::manyDocuments, byteOf(event.start_mark), QStringLiteral("a second document begins here"),
                 QStringLiteral("keep one document per file: take out the line '---', or move what follows to a file"));
        return;
    case YAML_SCALAR_EVENT: scalar(event); return;
    case YAML_ALIAS_EVENT: alias(event); return;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT: open(event); return;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: close(byteOf(event.end_mark)); return;
    default: return;
    }
}

qsizetype YamlReader::byteOf(const yaml_mark_t &mark) const
{
    return m_tree->lines.byteOfCodePoint(qsizetype(mark.index) + (m_byteOrderMark ? 1 : 0));
}

bool YamlReader::inFlow() const
{
    return !m_open.empty() && m_tree->nodes[size_t(m_open.back().node)].style != YamlStyle::block;
}

// A new node at its place in what is open; -1 where it must not be.
int YamlReader::add(YamlTree::Node node)
{
    const int id = int(m_tree->nodes.size());
    if (id >= m_limits.nodes) {
        fail(YamlFault::tooManyNodes, node.span.begin,
             QStringLiteral("the file holds more than %1 values").arg(m_limits.nodes),
             QStringLiteral("split it into several files"));
        return -1;
    }
    if (!m_open.empty()) {
        Open &around = m_open.back();
        const YamlTree::Node &parent = m_tree->nodes[size_t(around.node)];
        const bool mapping = parent.kind == YamlKind::mapping;
        const int before = int(m_pending.size() - around.firstPending);
        node.parent = around.node;
        node.index = mapping ? before / 2 : before;
        node.isKey = mapping && before % 2 == 0;
        if (node.isKey && !acceptKey(node))
            return -1;
        m_pending.push_back(id);
    }
    if (!node.anchor.isEmpty())
        m_anchors.insert(node.anchor, id);
    m_tree->nodes.push_back(std::move(node));
    m_weights.push_back(1);
    m_heights.push_back(0);
    return id;
}

bool YamlReader::acceptKey(const YamlTree::Node &key)
{
    const bool aliasOfScalar =
        key.kind == YamlKind::alias && m_tree->nodes[size_t(key.target)].kind == YamlKind::scalar;
    if (key.kind != YamlKind::scalar && !aliasOfScalar) {
        fail(YamlFault::complexKey, key.begin, QStringLiteral("a list or a mapping is used as a key"),
             QStringLiteral("use a plain word as key; put a value that begins with '[', '{' or '?' in quotes"));
        return false;
    }
    if (key.text.size() > m_limits.keyLength) {
        fail(YamlFault::longKey, key.begin,
             QStringLiteral("a key of %1 characters; %2 are the most").arg(key.text.size()).arg(m_limits.keyLength),
             QStringLiteral("shorten it, or check whether a ':' has made a key of a text"));
        return false;
    }
    return true;
}

void YamlReader::scalar(const yaml_event_t &event)
{
    YamlTree::Node node;
    node.kind = YamlKind::scalar;
    node.style = scalarStyle(event.data.scalar.style);
    node.text =
        QString::fromUtf8(reinterpret_cast<const char *>(event.data.scalar.value), qsizetype(event.data.scalar.length));
    const int properties = (event.data.scalar.anchor ? 1 : 0) + (event.data.scalar.tag ? 1 : 0);
    if (event.data.scalar.anchor)
        node.anchor = anchorOf(event.data.scalar.anchor);
    if (event.data.scalar.tag)
        node.tag = shortTag(event.data.scalar.tag);
    node.begin = byteOf(event.start_mark);
    const qsizetype end = byteOf(event.end_mark);
    if (node.style == YamlStyle::doubleQuoted)
        checkEscapes(node.begin, end);
    node.span = {std::min(skipProperties(text(), node.begin, properties, inFlow()), end), end};
    if (node.style == YamlStyle::literal || node.style == YamlStyle::folded)
        node.span = blockScalarSpan(text(), node.span.begin, end);
    add(std::move(node));
}

// libyaml knows one escape, that of JSON's "\/", which Compose's reader refuses.
void YamlReader::checkEscapes(qsizetype begin, qsizetype end)
{
    for (qsizetype at = text().indexOf('\\', begin); at >= 0 && at < end; at = text().indexOf('\\', at + 2)) {
        if (at + 1 < end && text()[at + 1] == '/') {
            const SyntaxWords words = syntaxWords("found unknown escape character", {}, '\\');
            fail(YamlFault::syntax, at, words.what, words.mend);
        }
    }
}

void YamlReader::alias(const yaml_event_t &event)
{
    YamlTree::Node node;
    node.kind = YamlKind::alias;
    node.style = YamlStyle::none;
    node.text = anchorOf(event.data.alias.anchor);
    node.begin = byteOf(event.start_mark);
    node.span = {node.begin, byteOf(event.end_mark)};
    node.target = m_anchors.value(node.text, -1);
    if (node.target < 0) {
        fail(YamlFault::unknownAnchor, node.begin, QStringLiteral("no anchor '&%1' stands above").arg(node.text),
             QStringLiteral("define the anchor first, or put a value that begins with '*' in quotes"));
        return;
    }
    const auto encloses = [&node](const Open &open) { return open.node == node.target; };
    if (std::any_of(m_open.begin(), m_open.end(), encloses)) {
        const model::Place anchor = m_tree->lines.place(m_tree->nodes[size_t(node.target)].begin);
        fail(YamlFault::recursiveAlias, node.begin,
             QStringLiteral("'*%1' stands inside of what it names").arg(node.text),
             QStringLiteral("take the alias out: a value cannot hold itself"), anchor);
        return;
    }
    const auto target = size_t(node.target);
    const qsizetype begin = node.begin;
    const int id = add(std::move(node));
    if (id < 0)
        return;
    m_weights[size_t(id)] = m_weights[target];
    m_heights[size_t(id)] = m_heights[target];
    m_expanded += m_weights[target];
    if (m_expanded > m_limits.expandedNodes)
        fail(YamlFault::aliasBudget, begin,
             QStringLiteral("the aliases stand for more than %1 values").arg(m_limits.expandedNodes),
             QStringLiteral("write less by aliases of aliases"));
    else if (int(m_open.size()) + m_heights[target] > m_limits.depth)
        fail(YamlFault::tooDeep, begin,
             QStringLiteral("through this alias values nest more than %1 deep").arg(m_limits.depth),
             QStringLiteral("nest less"));
}

void YamlReader::open(const yaml_event_t &event)
{
    const bool mapping = event.type == YAML_MAPPING_START_EVENT;
    const yaml_char_t *anchor = mapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor;
    const yaml_char_t *tag = mapping ? event.data.mapping_start.tag : event.data.sequence_start.tag;
    YamlTree::Node node;
    node.kind = mapping ? YamlKind::mapping : YamlKind::sequence;
    if (anchor)
        node.anchor = anchorOf(anchor);
    if (tag)
        node.tag = shortTag(tag);
    node.begin = byteOf(event.start_mark);
    node.span.begin = skipProperties(text(), node.begin, (anchor ? 1 : 0) + (tag ? 1 : 0), inFlow());
    node.span.end = node.span.begin;
    const bool flow = mapping ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                              : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    const bool braces = node.span.begin < text().size() && text()[node.span.begin] == (mapping ? '{' : '[');
    node.style = !flow ? YamlStyle::block : braces ? YamlStyle::flow : YamlStyle::flowPair;
    if (int(m_open.size()) >= m_limits.depth) {
        fail(YamlFault::tooDeep, node.begin, QStringLiteral("values nest more than %1 deep").arg(m_limits.depth),
             QStringLiteral("nest less"));
        return;
    }
    const int id = add(std::move(node));
    if (id >= 0)
        m_open.push_back({id, m_pending.size()});
}

void YamlReader::close(qsizetype end)
{
    const Open done = m_open.back();
    YamlTree::Node &node = m_tree->nodes[size_t(done.node)];
    node.firstChild = qsizetype(m_tree->children.size());
    node.childCount = int(m_pending.size() - done.firstPending);
    m_tree->children.insert(m_tree->children.end(), m_pending.begin() + qsizetype(done.firstPending), m_pending.end());
    m_pending.resize(done.firstPending);

    qint64 weight = 1;
    int height = 0;
    for (int i = 0; i < node.childCount; ++i) {
        const auto child = size_t(m_tree->children[size_t(node.firstChild + i)]);
        weight += m_weights[child];
        height = std::max(height, m_heights[child]);
        node.span.end = std::max(node.span.end, m_tree->nodes[child].span.end);
    }
    m_weights[size_t(done.node)] = weight;
    m_heights[size_t(done.node)] = height + 1;
    if (node.style == YamlStyle::flow)
        node.span.end = end;
    if (node.kind == YamlKind::mapping)
        checkMapping(YamlNode(m_tree.get(), done.node));
    m_open.pop_back();
}

void YamlReader::checkMapping(const YamlNode &mapping)
{
    QHash<QString, int> seen;
    seen.reserve(mapping.size());
    for (int i = 0; i < mapping.size(); ++i) {
        const YamlNode key = mapping.key(i);
        const QString name = key.target().text();
        const auto first = seen.constFind(name);
        if (first != seen.constEnd()) {
            const model::Place place = m_tree->lines.place(mapping.key(*first).whole().begin);
            fail(YamlFault::duplicateKey, key.whole().begin,
                 QStringLiteral("the key '%1' stands here again, after line %2").arg(name.left(80)).arg(place.line),
                 QStringLiteral("keep one of the two"), place);
            m_problem->pointer += pointerStep(name);
            return;
        }
        seen.insert(name, i);
        if (isMergeKey(key))
            checkMerge(mapping.value(i));
    }
}

void YamlReader::checkMerge(const YamlNode &value)
{
    const YamlNode source = value.target();
    bool fits = source.isMapping() || source.isSequence();
    for (int i = 0; fits && source.isSequence() && i < source.size(); ++i)
        fits = source.item(i).target().isMapping();
    if (!fits)
        fail(YamlFault::mergeValue, value.whole().begin,
             QStringLiteral("'<<' merges mappings, and this is neither a mapping nor a list of mappings"),
             QStringLiteral("give it an alias of a mapping"));
}

void YamlReader::syntaxProblem()
{
    if (m_parser.error == YAML_READER_ERROR) {
        const qsizetype at = qsizetype(m_parser.problem_offset) + (m_byteOrderMark ? 3 : 0);
        const SyntaxWords words = syntaxWords(m_parser.problem, {}, 0);
        fail(YamlFault::encoding, at, words.what, words.mend);
        return;
    }
    const qsizetype at = byteOf(m_parser.problem_mark);
    const SyntaxWords words =
        syntaxWords(m_parser.problem ? m_parser.problem : "out of memory", m_parser.context ? m_parser.context : "",
                    at < text().size() ? text()[at] : '\0');
    const model::Span line = m_tree->lines.line(m_tree->lines.lineOf(at));
    if (QByteArray(m_parser.problem).startsWith("mapping values") && at - line.begin > m_limits.keyLength) {
        // libyaml has its own limit, of as much, and takes what is longer for a value.
        fail(YamlFault::longKey, line.begin, QStringLiteral("a key of more than %1 characters").arg(m_limits.keyLength),
             QStringLiteral("shorten it, or check whether a ':' has made a key of a text"));
        return;
    }
    const qsizetype context = byteOf(m_parser.context_mark);
    if (words.atContext && m_parser.context)
        fail(YamlFault::syntax, context, words.what, words.mend);
    else if (m_parser.context && context != at)
        fail(YamlFault::syntax, at, words.what, words.mend, m_tree->lines.place(context));
    else
        fail(YamlFault::syntax, at, words.what, words.mend);
}

QString YamlReader::openPointer() const
{
    QStringList parts;
    for (size_t i = 0; i < m_open.size(); ++i) {
        const size_t end = i + 1 < m_open.size() ? m_open[i + 1].firstPending : m_pending.size();
        const size_t count = end - m_open[i].firstPending;
        const YamlTree::Node &node = m_tree->nodes[size_t(m_open[i].node)];
        if (node.kind == YamlKind::sequence)
            parts += QString::number(i + 1 < m_open.size() ? count - 1 : count);
        else if (i + 1 < m_open.size() || count % 2 == 1)
            parts += m_tree->nodes[size_t(m_pending[m_open[i].firstPending + (count - 1) / 2 * 2])].text;
    }
    return joinPointer(parts);
}

void YamlReader::fail(YamlFault fault, qsizetype offset, const QString &what, const QString &mend,
                      std::optional<model::Place> other)
{
    if (m_problem)
        return;
    YamlProblem problem;
    problem.fault = fault;
    problem.offset = offset;
    problem.place = m_tree->lines.place(offset);
    problem.other = other;
    problem.pointer = openPointer();
    problem.what = what;
    problem.mend = mend;
    m_problem = problem;
}

bool isMergeKey(const YamlNode &key)
{
    return key.isScalar() && key.style() == YamlStyle::plain && key.text() == u"<<"
        && (key.tag().isEmpty() || key.tag() == u"!" || key.tag() == u"!!merge");
}

} // namespace mediahelm::workspace
