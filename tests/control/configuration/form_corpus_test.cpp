// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/form_writer.h"
#include "workspace/compose_corpus.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::control;
using workspace::YamlDocument;
using workspace::YamlEdit;
using workspace::YamlNode;

namespace {

const QList<FormFieldKind> &fieldKinds()
{
    static const workspace::FileSchemas schemas;
    static const QList<FormFieldKind> kinds = formFields(SchemaGuide(schemas));
    return kinds;
}

const FormReader::Variables &noVariables()
{
    static const FormReader::Variables variables{[](const QString &) { return std::optional<QString>(); }, {}};
    return variables;
}

FormReader readerOf(const YamlDocument &document)
{
    return {document, fieldKinds(), noVariables()};
}

QStringList newTexts(const FormField &field)
{
    switch (field.kind) {
    case FieldKind::number: return {QStringLiteral("7")};
    case FieldKind::boolean: return {QStringLiteral("true")};
    case FieldKind::choice: return {field.values.constFirst()};
    case FieldKind::text: return {QStringLiteral("a: 'b' #c")};
    case FieldKind::texts: return {QStringLiteral("- one: #2")};
    case FieldKind::pairs: return {QStringLiteral("NEW_NAME"), QStringLiteral("new: 'value' #1")};
    case FieldKind::ports:
        return {QStringLiteral("127.0.0.1"), QStringLiteral("8081"), QStringLiteral("81"), QStringLiteral("udp")};
    case FieldKind::mounts: return {QStringLiteral("./x"), QStringLiteral("/x"), QStringLiteral("true")};
    case FieldKind::devices: return {QStringLiteral("/dev/a"), QStringLiteral("/dev/b"), QStringLiteral("rw")};
    }
    return {};
}

// The lines of comment, each without the blanks around it, but for those within a span.
QStringList comments(const QByteArray &bytes, model::Span without = {})
{
    QStringList found;
    qsizetype at = 0;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().startsWith('#') && !without.contains(at))
            found.append(QString::fromUtf8(line.trimmed()));
        at += line.size() + 1;
    }
    return found;
}

// What stood in the file stands there still: only empty brackets, or a value of nothing, may have made room.
bool onlyAdds(const QByteArray &before, const YamlEdit &edit)
{
    return std::ranges::all_of(edit.patches, [&before](const model::TextPatch &patch) {
        const QByteArray gone = before.mid(patch.span.begin, patch.span.length()).trimmed();
        return gone.isEmpty() || gone == "{}" || gone == "[]" || gone == "null" || gone == "~" || gone == ","
            || patch.text.contains(gone);
    });
}

bool onlyTakes(const YamlEdit &edit)
{
    return std::ranges::all_of(edit.patches, [](const model::TextPatch &patch) {
        const QByteArray put = patch.text.trimmed();
        return put.isEmpty() || put == "{}" || put == "[]";
    });
}

QByteArray told(const QString &pointer, const base::Result<YamlEdit> &edit, const QByteArray &bytes)
{
    return pointer.toUtf8() + '\n' + (edit ? edit->bytes : edit.error().message.toUtf8() + '\n' + bytes);
}

} // namespace

// Every field of the form, set and taken out, in files of every style: nothing else may change.
class FormCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsSetWithinItsOwnBytes_data() { files(); }
    void everyFieldIsSetWithinItsOwnBytes();
    void everyCellIsSetWithinItsOwnRow_data() { files(); }
    void everyCellIsSetWithinItsOwnRow();
    void whatIsTakenOutTakesNothingElse_data() { files(); }
    void whatIsTakenOutTakesNothingElse();

private:
    static void files();
};

void FormCorpusTest::files()
{
    QTest::addColumn<QByteArray>("bytes");
    for (int number = 0; number < tests::corpusSize; number += 3)
        QTest::addRow("corpus %d", number) << tests::corpusFile(number);
    const QDir catalog(QStringLiteral(MEDIAHELM_SOURCES "/resources/catalog"));
    const QStringList names = catalog.entryList({QStringLiteral("*.yaml")});
    QVERIFY(names.size() > 40);
    for (const QString &name : names) {
        QFile file(catalog.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::addRow("%s", qPrintable(name)) << file.readAll();
    }
}

void FormCorpusTest::everyFieldIsSetWithinItsOwnBytes()
{
    QFETCH(QByteArray, bytes);
    const YamlDocument document = workspace::readYaml(bytes).document;
    const FormReader reader = readerOf(document);
    const ComposeForm form = reader.form();
    QVERIFY(!form.services.isEmpty());
    int set = 0;
    for (const ServiceForm &service : form.services) {
        for (const FormFieldKind &kind : fieldKinds()) {
            const QString pointer = service.pointer + u'/' + kind.path.join(u'/');
            const std::optional<FormField> field = reader.fieldAt(pointer);
            QVERIFY(field);
            const bool rows = columnsOf(field->kind) > 0;
            const QStringList texts = newTexts(*field);
            const base::Result<YamlEdit> edit = writeField(
                document, reader, {rows ? FormEdit::Action::add : FormEdit::Action::set, pointer, -1, texts});
            if (field->lock != FormLock::none) {
                QVERIFY2(!edit, qPrintable(pointer));
                continue;
            }
            QVERIFY2(edit, told(pointer, edit, bytes).constData());
            const YamlNode node = document.find(pointer);
            if (!rows && node) {
                QVERIFY2(edit->bytes.startsWith(bytes.left(node.whole().begin)), told(pointer, edit, bytes));
                QVERIFY2(edit->bytes.endsWith(bytes.mid(node.span().end)), told(pointer, edit, bytes));
            } else {
                QVERIFY2(onlyAdds(bytes, *edit), told(pointer, edit, bytes).constData());
            }
            const std::optional<FormField> after = readerOf(edit->document).fieldAt(pointer);
            QVERIFY(after);
            if (rows) {
                QCOMPARE(after->rows.size(), field->rows.size() + 1);
                for (qsizetype i = 0; i < texts.size(); ++i)
                    QCOMPARE(after->rows.constLast().cells.at(i).text, texts.at(i));
            } else {
                QCOMPARE(after->value.text, texts.first());
            }
            ++set;
        }
    }
    QVERIFY(set > 10);
}

void FormCorpusTest::everyCellIsSetWithinItsOwnRow()
{
    QFETCH(QByteArray, bytes);
    const YamlDocument document = workspace::readYaml(bytes).document;
    const FormReader reader = readerOf(document);
    const ComposeForm form = reader.form();
    for (const ServiceForm &service : form.services) {
        for (const FormField &field : service.fields) {
            for (const FormRow &row : field.rows) {
                for (int column = 0; column < columnsOf(field.kind) && row.lock == FormLock::none; ++column) {
                    const bool flag = field.kind == FieldKind::mounts && column == 2;
                    if (flag && row.cells.at(0).text.isEmpty())
                        continue; // a volume without a name has no options
                    const QString text = flag ? QStringLiteral("true") : QStringLiteral("9%1").arg(column);
                    const base::Result<YamlEdit> edit =
                        writeField(document, reader, {FormEdit::Action::set, row.pointer, column, {text}});
                    const bool rights = field.kind == FieldKind::devices && column == 2;
                    if (rights && row.cells.at(1).text.isEmpty())
                        continue;
                    QVERIFY2(edit, told(row.pointer, edit, bytes).constData());
                    const YamlNode node = document.find(row.pointer);
                    const YamlNode first = node.pairKey() ? node.pairKey() : node;
                    QVERIFY2(edit->bytes.startsWith(bytes.left(first.whole().begin)),
                             told(row.pointer, edit, bytes).constData());
                    const bool within = edit->bytes.endsWith(bytes.mid(node.span().end));
                    QVERIFY2(within || onlyAdds(bytes, *edit), told(row.pointer, edit, bytes).constData());
                    QCOMPARE(comments(edit->bytes), comments(bytes));
                    const std::optional<FormField> after = readerOf(edit->document).fieldAt(field.pointer);
                    QVERIFY(after);
                    QCOMPARE(after->rows.at(&row - field.rows.constData()).cells.at(column).text, text);
                }
            }
        }
    }
}

void FormCorpusTest::whatIsTakenOutTakesNothingElse()
{
    QFETCH(QByteArray, bytes);
    const YamlDocument document = workspace::readYaml(bytes).document;
    const FormReader reader = readerOf(document);
    const ComposeForm form = reader.form();
    int taken = 0;
    const auto take = [&](const QString &pointer, bool isLocked) {
        const base::Result<YamlEdit> edit = writeField(document, reader, {FormEdit::Action::remove, pointer, -1, {}});
        if (!edit) { // behind an alias or a merge, or something else stands for it
            QVERIFY2(isLocked || edit.error().kind == base::ErrorKind::conflict, told(pointer, edit, bytes));
            return;
        }
        QVERIFY2(onlyTakes(*edit), told(pointer, edit, bytes).constData());
        const YamlNode node = document.find(pointer);
        const YamlNode first = node.pairKey() ? node.pairKey() : node;
        const QStringList before = comments(bytes, {first.whole().begin, node.span().end});
        const QStringList after = comments(edit->bytes);
        for (const QString &comment : before) {
            const bool own = comment.startsWith(u"# own ") || !comment.startsWith(u"# between ");
            QVERIFY2(own || after.contains(comment), told(pointer, edit, bytes).constData());
        }
        QVERIFY(!edit->document.find(pointer) || pointer.at(pointer.size() - 1).isDigit());
        ++taken;
    };
    for (const ServiceForm &service : form.services) {
        for (const FormField &field : service.fields) {
            if (document.find(field.pointer))
                take(field.pointer, field.lock != FormLock::none);
            for (const FormRow &row : field.rows)
                take(row.pointer, row.lock != FormLock::none);
        }
    }
    QVERIFY(taken > 0);
}

QTEST_GUILESS_MAIN(FormCorpusTest)
#include "form_corpus_test.moc"
