// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/compose_corpus.h"

#include <QList>
#include <QPair>

#include <random>

namespace mediahelm::tests {

namespace {

struct Value {
    enum Kind { scalar, list, map } kind = scalar;
    QByteArray text;
    bool string = true;
    QList<QPair<QByteArray, Value>> children; // of a list with empty keys
};

Value text(const QByteArray &content)
{
    return {Value::scalar, content, true, {}};
}

Value bare(const QByteArray &content)
{
    return {Value::scalar, content, false, {}};
}

Value listOf(const QList<Value> &items)
{
    Value list{Value::list, {}, false, {}};
    for (const Value &item : items)
        list.children.append({QByteArray(), item});
    return list;
}

Value mapOf(const QList<QPair<QByteArray, Value>> &pairs)
{
    return {Value::map, {}, false, pairs};
}

class CorpusWriter
{
public:
    explicit CorpusWriter(int number)
        : m_random(unsigned(number) * 7919 + 17)
        , m_number(number)
        , m_step(number % 3 == 2       ? 4
                     : number % 3 == 1 ? 3
                                       : 2)
        , m_flush(number % 5 < 2)
        , m_comments(number % 4 != 3)
    {
    }

    QByteArray write();

private:
    bool chance(int percent) { return int(m_random() % 100) < percent; }
    Value service(int index);
    Value project();

    void line(const QByteArray &content) { m_out += content + '\n'; }
    QByteArray own(const QByteArray &pointer) { return "# own " + pointer; }
    QByteArray behind(const QByteArray &pointer);
    void above(int indent, const QByteArray &pointer, bool first);
    QByteArray scalar(const Value &value, int indent, bool flow);
    QByteArray quoted(const Value &value, bool flow);
    QByteArray flow(const Value &value);
    void brackets(const QByteArray &head, const Value &value, int indent, const QByteArray &pointer);
    void entry(const QByteArray &head, const Value &value, int indent, const QByteArray &pointer, bool item);
    void block(const Value &value, int indent, const QByteArray &pointer, bool firstInline);

    std::mt19937 m_random;
    const int m_number;
    const int m_step;
    const bool m_flush;
    const bool m_comments;
    int m_between = 0;
    int m_anchors = 0;
    QByteArray m_out;
};

Value CorpusWriter::service(int index)
{
    const QByteArray name = QByteArray::number(index);
    Value environment = mapOf({{"TZ", text("Europe/Berlin")},
                               {"PUID", bare("1000")},
                               {"EMPTY", text("")},
                               {"UMASK", text("002")},
                               {"WORDS", text("it's \"said\", # yes: no")},
                               {"UMLAUT", text("äöü € 😀")},
                               {"LINES", text("one\ntwo\n\n  three\n")},
                               {"NOTHING", bare("")}});
    if (chance(30))
        environment = listOf({text("TZ=Europe/Berlin"), text("A=b c"), text("B=")});
    QList<QPair<QByteArray, Value>> pairs{
        {"image", text("example/app" + name + ":1." + name)},
        {"environment", environment},
        {"ports",
         listOf({text("80" + name + "0:80"), text("127.0.0.1:90" + name + "0:90/udp"),
                 mapOf({{"target", bare("70")}, {"published", text("70" + name + "0")}, {"protocol", text("tcp")}})})},
        {"volumes", listOf({text("./config:/config"), text("media:/data:ro")})},
        {"labels", mapOf({{"a.b/c", text("yes")}, {"traefik.rule", text("Host(`x.example`) && Path(`/a`)")}})},
        {"command", listOf({text("--flag"), text("a b"), text("[x]"), text("{y}")})},
        {"healthcheck",
         mapOf({{"test", listOf({text("CMD"), text("wget -q localhost")})},
                {"interval", text("30s")},
                {"retries", bare("3")}})},
        {"restart", text("unless-stopped")},
        {"logging", mapOf({{"driver", text("json-file")}, {"options", mapOf({{"max-size", text("10m")}})}})},
        {"privileged", bare("false")},
        {"x-note", text("a long line of words that goes on and on\nand another one\n")},
        {"x-mode", bare("0644")}};
    QList<QPair<QByteArray, Value>> chosen{pairs.first()};
    for (qsizetype i = 1; i < pairs.size(); ++i) {
        if (chance(60))
            chosen.append(pairs[i]);
    }
    return mapOf(chosen);
}

Value CorpusWriter::project()
{
    QList<QPair<QByteArray, Value>> services;
    const int count = 1 + int(m_random() % 2);
    for (int i = 1; i <= count; ++i)
        services.append({"app" + QByteArray::number(i), service(i)});
    return mapOf(
        {{"services", mapOf(services)},
         {"volumes", mapOf({{"media", bare("")}})},
         {"x-lists", listOf({listOf({text("a"), text("b")}), listOf({listOf({text("c")}), text("d")}), text("e")})}});
}

QByteArray CorpusWriter::behind(const QByteArray &pointer)
{
    if (!m_comments || !chance(25))
        return {};
    return chance(30) ? "\t# own\t" + pointer : "  " + own(pointer);
}

void CorpusWriter::above(int indent, const QByteArray &pointer, bool first)
{
    if (m_comments && !first && chance(15)) {
        line({});
        line(QByteArray(indent, ' ') + "# between " + QByteArray::number(m_between++));
        line(chance(50) ? QByteArray() : QByteArray(indent, ' '));
    }
    if (m_comments && chance(15))
        line(QByteArray(indent, ' ') + own(pointer));
    else if (chance(5))
        line({});
}

QByteArray CorpusWriter::quoted(const Value &value, bool flow)
{
    if (!value.string)
        return value.text.isEmpty() && flow ? QByteArray("null") : value.text;
    const bool special = value.text.isEmpty() || value.text.contains(": ") || value.text.contains(" #")
        || QByteArray("-[{`&*!|>'\"%@0123456789").contains(value.text[0]) || value.text == "yes"
        || value.text.contains('\n')
        || (flow && (value.text.contains(',') || value.text.contains('{') || value.text.contains('[')));
    const int style = (m_number / 4) % 4 == 3 ? int(m_random() % 3) : (m_number / 4) % 4;
    QByteArray escaped = value.text;
    if (style == 1 && !value.text.contains('\n'))
        return '\'' + escaped.replace("'", "''") + '\'';
    if (style == 2 || special || value.text.contains('\n'))
        return '"' + escaped.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    return value.text;
}

QByteArray CorpusWriter::scalar(const Value &value, int indent, bool flow)
{
    if (!value.string || flow || value.text.isEmpty() || !chance(value.text.contains('\n') ? 70 : 8))
        return quoted(value, flow);
    const bool folds = !value.text.contains("\n ") && chance(40);
    QByteArray lines = value.text.endsWith('\n') ? value.text.chopped(1) : value.text;
    if (folds)
        lines.replace("\n", "\n\n");
    QByteArray out = folds ? ">" : "|";
    out += value.text.endsWith('\n') ? "" : "-";
    for (const QByteArray &each : lines.split('\n'))
        out += '\n' + (each.isEmpty() ? QByteArray() : QByteArray(indent + m_step, ' ') + each);
    return out;
}

QByteArray CorpusWriter::flow(const Value &value)
{
    if (value.kind == Value::scalar)
        return scalar(value, 0, true);
    QByteArrayList parts;
    for (const auto &child : value.children)
        parts += (value.kind == Value::map ? (m_number % 7 == 3 ? '"' + child.first + '"' : child.first) + ": "
                                           : QByteArray())
            + flow(child.second);
    const QByteArray pad = m_number % 2 ? " " : "";
    return (value.kind == Value::map ? "{" : "[") + pad + parts.join(m_number % 3 ? ", " : ",") + pad
        + (value.kind == Value::map ? "}" : "]");
}

// One line for each child.
void CorpusWriter::brackets(const QByteArray &head, const Value &value, int indent, const QByteArray &pointer)
{
    const bool map = value.kind == Value::map;
    line(head + (map ? " {" : " ["));
    for (qsizetype i = 0; i < value.children.size(); ++i) {
        const auto &child = value.children[i];
        const QByteArray path =
            pointer + '/' + (map ? QByteArray(child.first).replace("/", "~1") : QByteArray::number(i));
        const bool comma = i + 1 < value.children.size() || m_number % 2;
        line(QByteArray(indent + m_step, ' ') + (map ? child.first + ": " : QByteArray()) + flow(child.second)
             + (comma ? "," : "") + behind(path));
    }
    line(QByteArray(indent + (m_number % 2 ? 1 : m_step), ' ') + (map ? "}" : "]"));
}

void CorpusWriter::entry(const QByteArray &head, const Value &value, int indent, const QByteArray &pointer, bool item)
{
    const QByteArray anchor = chance(6) ? " &n" + QByteArray::number(m_anchors++) : QByteArray();
    if (value.kind == Value::scalar) {
        QByteArray written = scalar(value, indent, false);
        const qsizetype lineEnd = written.indexOf('\n');
        const QByteArray comment = written.isEmpty() && !anchor.isEmpty() ? QByteArray() : behind(pointer);
        if (!comment.isEmpty() && !comment.startsWith('\t'))
            written.insert(lineEnd < 0 ? written.size() : lineEnd, comment);
        line(head + anchor + (written.isEmpty() ? QByteArray() : (written.startsWith(' ') ? "" : " ") + written));
        return;
    }
    const bool small = value.children.size() < 5;
    if (chance(m_number % 6 == 5 ? 60 : 15) && small) {
        line(head + anchor + ' ' + flow(value) + behind(pointer));
        return;
    }
    if (chance(10) && small && !item) {
        brackets(head + anchor, value, indent, pointer);
        return;
    }
    if (item && anchor.isEmpty() && chance(80)) {
        m_out += head + ' ';
        block(value, indent + 2, pointer, true);
        return;
    }
    line(head + anchor + (m_comments && chance(10) ? "  " + own(pointer) : QByteArray()));
    const bool flush = value.kind == Value::list && m_flush && !item;
    block(value, indent + (flush ? 0 : m_step), pointer, false);
}

void CorpusWriter::block(const Value &value, int indent, const QByteArray &pointer, bool firstInline)
{
    for (qsizetype i = 0; i < value.children.size(); ++i) {
        const auto &child = value.children[i];
        const bool map = value.kind == Value::map;
        const QByteArray path =
            pointer + '/' + (map ? QByteArray(child.first).replace("/", "~1") : QByteArray::number(i));
        const bool here = firstInline && i == 0;
        if (!here)
            above(indent, path, i == 0);
        const QByteArray blanks = here ? QByteArray() : QByteArray(indent, ' ');
        const QByteArray key = m_number % 11 == 7 ? '\'' + child.first + '\'' : child.first;
        if (map && !here && child.second.kind == Value::scalar && !child.second.text.contains('\n') && chance(2))
            line(blanks + "? " + key + '\n' + QByteArray(indent, ' ') + ": " + quoted(child.second, true));
        else
            entry(blanks + (map ? key + ':' : QByteArray("-")), child.second, indent, path, !map);
    }
}

QByteArray CorpusWriter::write()
{
    const Value root = project();
    if (m_number % 16 == 13) {
        m_out = flow(root) + '\n';
    } else {
        if (m_comments)
            line("# My server: " + QByteArray::number(m_number) + "\n");
        if (m_number % 9 == 4)
            line("---");
        if (m_number % 4 == 1)
            line("x-env: &env {A: '1', B: two}\nx-more: &more\n  <<: *env\n  C: !!str 3");
        block(root, 0, {}, false);
        if (m_number % 4 == 1)
            line("x-uses:\n  - *env\n  - <<: [*more, *env]\n    D: 4");
        for (int i = 0; i < m_anchors && m_number % 3 == 0; i += 2)
            line("x-alias" + QByteArray::number(i) + ": *n" + QByteArray::number(i));
        if (m_number % 9 == 4)
            line("...");
        if (m_comments)
            line("# between end");
    }
    if (m_number % 8 == 6)
        m_out.chop(1);
    if (m_number % 5 == 3)
        m_out.replace("\n", "\r\n");
    if (m_number % 10 == 9)
        m_out.prepend("\xEF\xBB\xBF");
    return m_out;
}

} // namespace

QByteArray corpusFile(int number)
{
    return CorpusWriter(number).write();
}

} // namespace mediahelm::tests
