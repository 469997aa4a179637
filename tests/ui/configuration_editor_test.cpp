// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_patch.h"
#include "ui/configuration/editor_colors.h"
#include "ui/configuration/editor_marks.h"
#include "ui/configuration/text_editor.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;

Q_DECLARE_METATYPE(Syntax)

class ConfigurationEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItTook_data();
    void givesBackWhatItTook();
    void givesBackTheWholeCatalog();
    void typingChangesNoOtherByte_data();
    void typingChangesNoOtherByte();
    void aFixIsOneStepThatCanBeUndone();
    void patchesOutsideOfTheTextAreRefused();
    void anotherTextIsOneStepThatCanBeUndone();
    void squigglesStandAtTheFault_data();
    void squigglesStandAtTheFault();
    void squigglesMoveWithTheText();
    void tabsInYamlAreShown();
    void findsAndReplaces();
    void D25_inksCanBeReadOnEveryGround();
    void D25_everyStyleHasAnInk();
    void aLargeFileStaysUsable();

private:
    static bool marked(const TextEditor &editor, int indicator, qsizetype position)
    {
        return editor.SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, indicator, long(position)) != 0;
    }

    Theme m_theme;
};

void ConfigurationEditorTest::givesBackWhatItTook_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("plain") << QByteArray("a: 1\nb: 2\n");
    QTest::newRow("no break at the end") << QByteArray("a: 1");
    QTest::newRow("Windows line ends") << QByteArray("a: 1\r\nb: 2\r\n");
    QTest::newRow("both line ends") << QByteArray("a: 1\r\nb: 2\nc: 3\rd");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a: 1\n");
    QTest::newRow("byte order mark alone") << QByteArray("\xef\xbb\xbf");
    QTest::newRow("tabs and blanks at the end") << QByteArray("a:\t1  \n\t\n");
    QTest::newRow("no UTF-8") << QByteArray("caf\xe9 \xff\xfe\n");
    QTest::newRow("zero byte") << QByteArray("a\0b\n", 4);
    QTest::newRow("beyond the basic plane") << QByteArray("a: \xf0\x9f\x8e\xac # \xc3\xa4\n");
}

void ConfigurationEditorTest::givesBackWhatItTook()
{
    QFETCH(QByteArray, bytes);
    TextEditor editor(Syntax::yaml);
    editor.load("something else\n");
    editor.load(bytes);
    QCOMPARE(editor.bytes(), bytes);
    QVERIFY(!editor.isModified());
    QVERIFY(!editor.isUndoAvailable());
}

void ConfigurationEditorTest::givesBackTheWholeCatalog()
{
    const QDir folder(QStringLiteral(MEDIAHELM_SOURCES "/resources/catalog"));
    const QStringList names = folder.entryList({QStringLiteral("*.yaml")}, QDir::Files);
    QVERIFY(names.size() > 40);
    TextEditor editor(Syntax::yaml);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        editor.load(bytes);
        QCOMPARE(editor.bytes(), bytes);
    }
}

void ConfigurationEditorTest::typingChangesNoOtherByte_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a letter") << QByteArray("a: 1\r\nb") << 4 << QStringLiteral("2") << QByteArray("a: 12\r\nb");
    QTest::newRow("behind a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                            "a: 1")
                                              << 3 << QStringLiteral("x")
                                              << QByteArray("\xef\xbb\xbf"
                                                            "xa: 1");
    QTest::newRow("a line with Windows ends")
        << QByteArray("a: 1\r\nb: 2\r\n") << 4 << QStringLiteral("\n") << QByteArray("a: 1\r\n\r\nb: 2\r\n");
    QTest::newRow("a line keeps its indent")
        << QByteArray("a:\n  b: 1\nc") << 9 << QStringLiteral("\nd") << QByteArray("a:\n  b: 1\n  d\nc");
}

void ConfigurationEditorTest::typingChangesNoOtherByte()
{
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QFETCH(QString, keys);
    QFETCH(QByteArray, after);
    TextEditor editor(Syntax::yaml);
    editor.load(before);
    editor.select({at, at});
    for (const QChar key : std::as_const(keys)) {
        if (key == u'\n')
            QTest::keyClick(&editor, Qt::Key_Return);
        else
            QTest::keyClick(&editor, key.toLatin1());
    }
    QCOMPARE(editor.bytes(), after);
    QVERIFY(editor.isModified());
    while (editor.isUndoAvailable())
        editor.undo();
    QCOMPARE(editor.bytes(), before);
    QVERIFY(!editor.isModified());
}

void ConfigurationEditorTest::aFixIsOneStepThatCanBeUndone()
{
    const QByteArray before("\xef\xbb\xbf"
                            "a: 1\r\nb: 22\r\nc: 3\r\n");
    TextEditor editor(Syntax::yaml);
    editor.load(before);
    const QList<model::TextPatch> patches{{{17, 20}, "'3'"}, {{3, 4}, "first"}, {{12, 14}, "2"}};
    QVERIFY(editor.apply(patches));
    QCOMPARE(editor.bytes(), model::patched(before, patches));
    editor.undo();
    QCOMPARE(editor.bytes(), before);
    QVERIFY(!editor.isUndoAvailable());
}

void ConfigurationEditorTest::patchesOutsideOfTheTextAreRefused()
{
    TextEditor editor(Syntax::yaml);
    editor.load("\xef\xbb\xbf"
                "a");
    QVERIFY(!editor.apply({{{0, 1}, "x"}}));
    QVERIFY(!editor.apply({{{3, 4}, "x"}, {{4, 9}, "y"}}));
    QCOMPARE(editor.bytes(),
             QByteArray("\xef\xbb\xbf"
                        "a"));
}

void ConfigurationEditorTest::anotherTextIsOneStepThatCanBeUndone()
{
    TextEditor editor(Syntax::yaml);
    editor.load("a\nb\nc\n");
    editor.replaceAll("a\nB\nB2\nc\n");
    QCOMPARE(editor.bytes(), QByteArray("a\nB\nB2\nc\n"));
    editor.undo();
    QCOMPARE(editor.bytes(), QByteArray("a\nb\nc\n"));
    QVERIFY(!editor.isUndoAvailable());
    editor.replaceAll("a\nb\nc\n");
    QVERIFY(!editor.isModified());
    editor.replaceAll("");
    QCOMPARE(editor.bytes(), QByteArray());
    editor.replaceAll("aa");
    editor.replaceAll("aaa");
    QCOMPARE(editor.bytes(), QByteArray("aaa"));
}

void ConfigurationEditorTest::squigglesStandAtTheFault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("marked");
    QTest::newRow("value") << QByteArray("a: 1\nrestart: maybe\n") << 2 << 10 << QByteArray("maybe");
    QTest::newRow("key") << QByteArray("a: 1\nwrong: no\n") << 2 << 1 << QByteArray("wrong");
    QTest::newRow("in quotes") << QByteArray("a: \"x y\" # z\n") << 1 << 4 << QByteArray("\"x y\"");
    QTest::newRow("behind letters of two bytes") << QByteArray("\xc3\xa4\xc3\xa4: b\n") << 1 << 5 << QByteArray("b");
    QTest::newRow("behind letters of four bytes") << QByteArray("\xf0\x9f\x8e\xac: b\n") << 1 << 4 << QByteArray("b");
    QTest::newRow("behind a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                            "a: b\n")
                                              << 1 << 4 << QByteArray("b");
    QTest::newRow("Windows line ends") << QByteArray("a: 1\r\nb: x\r\n") << 2 << 4 << QByteArray("x");
    QTest::newRow("end of a line") << QByteArray("a:\nb: 1\n") << 1 << 3 << QByteArray(":");
    QTest::newRow("in brackets") << QByteArray("a: [b, c]\n") << 1 << 8 << QByteArray("c");
}

void ConfigurationEditorTest::squigglesStandAtTheFault()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QByteArray, marked);
    TextEditor editor(Syntax::yaml);
    editor.load(text);
    model::Diagnostic problem;
    problem.place = {line, column, column};
    editor.setProblems({problem});
    const QByteArray raw = text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text;
    QByteArray found;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (ConfigurationEditorTest::marked(editor, marks::firstIndicator, i))
            found.append(raw.at(i));
    }
    QCOMPARE(found, marked);
    QVERIFY(editor.markersAtLine(line - 1) & (1u << marks::firstMarker));
    QVERIFY(editor.problemAt(text.indexOf(marked)));
    editor.setProblems({});
    QVERIFY(!ConfigurationEditorTest::marked(editor, marks::firstIndicator, raw.indexOf(marked)));
    QCOMPARE(editor.markersAtLine(line - 1), 0u);
}

void ConfigurationEditorTest::squigglesMoveWithTheText()
{
    TextEditor editor(Syntax::yaml);
    editor.load("a: 1\nb: bad\n");
    model::Diagnostic problem;
    problem.place = {2, 4, 4};
    editor.setProblems({problem});
    editor.replaceSpan({0, 0}, "# new\n");
    QVERIFY(marked(editor, marks::firstIndicator, editor.bytes().indexOf("bad")));
    QVERIFY(!marked(editor, marks::firstIndicator, 8));
}

void ConfigurationEditorTest::tabsInYamlAreShown()
{
    TextEditor editor(Syntax::yaml);
    editor.resize(400, 300);
    editor.show();
    editor.load("a:\n\tb: 1\tx\nc: ${A:-${B}} $$D\n");
    QVERIFY(marked(editor, marks::tabIndicator, 3));
    QVERIFY(!marked(editor, marks::tabIndicator, 8));
    const QByteArray text = editor.bytes();
    QVERIFY(marked(editor, marks::referenceIndicator, text.indexOf("${A")));
    QVERIFY(marked(editor, marks::referenceIndicator, text.indexOf("}}") + 1));
    QVERIFY(!marked(editor, marks::referenceIndicator, text.indexOf("D")));
}

void ConfigurationEditorTest::findsAndReplaces()
{
    TextEditor editor(Syntax::plain);
    editor.load("one two One\ntwoone\n");
    QVERIFY(editor.find({QStringLiteral("one"), false, false}, true, true));
    QCOMPARE(editor.selectedText(), QStringLiteral("one"));
    QVERIFY(editor.find({QStringLiteral("one"), false, false}, true));
    QCOMPARE(editor.selectedText(), QStringLiteral("One"));
    QVERIFY(editor.find({QStringLiteral("one"), false, false}, false));
    QCOMPARE(editor.selectedText(), QStringLiteral("one"));
    QVERIFY(!editor.find({QStringLiteral("three"), false, false}, true));
    QVERIFY(editor.find({QStringLiteral("one"), true, true}, true, true));
    QVERIFY(editor.replaceFound({QStringLiteral("one"), true, true}, QStringLiteral("1")));
    QCOMPARE(editor.bytes(), QByteArray("1 two One\ntwoone\n"));
    QCOMPARE(editor.replaceEvery({QStringLiteral("one"), false, false}, QStringLiteral("ones")), 2);
    QCOMPARE(editor.bytes(), QByteArray("1 two ones\ntwoones\n"));
    editor.undo();
    QCOMPARE(editor.bytes(), QByteArray("1 two One\ntwoone\n"));
}

void ConfigurationEditorTest::D25_inksCanBeReadOnEveryGround()
{
    for (const Palette *palette : {&lightPalette(), &darkPalette()}) {
        for (int i = 0; i < inkCount; ++i) {
            const QColor ink = inkColor(*palette, Ink(i));
            for (const QColor &ground : {palette->surface, palette->hover, palette->selection}) {
                const double contrast = contrastRatio(ink, ground);
                QVERIFY2(contrast >= 4.5,
                         qPrintable(QStringLiteral("ink %1 on %2: %3").arg(i).arg(ground.name()).arg(contrast)));
            }
        }
    }
}

void ConfigurationEditorTest::D25_everyStyleHasAnInk()
{
    for (const ThemeMode mode : {ThemeMode::light, ThemeMode::dark}) {
        m_theme.setMode(mode);
        const Palette &palette = mode == ThemeMode::dark ? darkPalette() : lightPalette();
        for (const Syntax syntax : {Syntax::yaml, Syntax::env}) {
            const TextEditor editor(syntax);
            for (int style = 0; style < 128; ++style) {
                if (editor.lexer()->description(style).isEmpty())
                    continue;
                QVERIFY(contrastRatio(editor.lexer()->color(style), palette.surface) >= 4.5);
                QCOMPARE(editor.lexer()->paper(style), palette.surface);
            }
        }
    }
    m_theme.setMode(ThemeMode::light);
}

void ConfigurationEditorTest::aLargeFileStaysUsable()
{
    QByteArray text;
    while (text.size() < 1024 * 1024)
        text += "  service_" + QByteArray::number(text.size()) + ":\n    image: ${REGISTRY}/app:1\n";
    TextEditor editor(Syntax::yaml);
    editor.resize(800, 600);
    editor.show();
    editor.load(text);
    QList<model::Diagnostic> problems(5000);
    for (int i = 0; i < problems.size(); ++i)
        problems[i].place = {i * 2 + 1, 3, 3};
    QElapsedTimer timer;
    timer.start();
    editor.setProblems(problems);
    for (int i = 0; i < 20; ++i) {
        editor.select({text.size() / 2, text.size() / 2});
        QTest::keyClick(&editor, 'x');
        QCOMPARE(editor.bytes().size(), text.size() + i + 1);
    }
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(ConfigurationEditorTest)
#include "configuration_editor_test.moc"
