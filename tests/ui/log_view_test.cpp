// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_buffer.h"
#include "ui/widgets/log_search.h"
#include "ui/widgets/log_text.h"
#include "ui/widgets/log_view.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

model::LogLine line(const QByteArray &text, model::LogLine::Stream stream = model::LogLine::Stream::out)
{
    model::LogLine result;
    result.text = text;
    result.stream = stream;
    return result;
}

QList<model::LogLine> numbered(int from, int count)
{
    QList<model::LogLine> lines;
    for (int i = from; i < from + count; ++i)
        lines.append(line("line " + QByteArray::number(i)));
    return lines;
}

QString numberedText(int from, int end)
{
    QStringList lines;
    for (int i = from; i < end; ++i)
        lines.append(QStringLiteral("line %1").arg(i));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class LogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void S29_escapeSequencesAreTakenOut_data();
    void S29_escapeSequencesAreTakenOut();
    void S29_turningMarksAreShown();
    void invalidUtf8IsShownAsReplacement();
    void theBufferStaysWithinItsBudget();
    void aLongLineIsCut();
    void D42_aMillionLinesAreFoundByNumber();
    void theSearchFindsAsLinesCome_data();
    void theSearchFindsAsLinesCome();
    void hitsWrapAroundTheEnd();
    void theEndIsFollowedUntilScrolledAway();
    void whatIsDroppedDoesNotMoveTheReader();
    void textIsChosenAndCopied();
    void D14_theKeyboardChoosesText();
    void aScreenReaderReadsWhatIsSeen();
    void savingWritesEveryLine();
    void manyBatchesAreOneDrawing();
};

void LogViewTest::S29_escapeSequencesAreTakenOut_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("plain") << QByteArray("hello") << QByteArray("hello");
    QTest::newRow("colour") << QByteArray("\x1b[1;31mred\x1b[0m!") << QByteArray("red!");
    QTest::newRow("title by BEL") << QByteArray("a\x1b]0;evil\x07"
                                                "b")
                                  << QByteArray("ab");
    QTest::newRow("title by ST") << QByteArray("a\x1b]0;evil\x1b\\b") << QByteArray("ab");
    QTest::newRow("link") << QByteArray("\x1b]8;;http://x/\x1b\\text\x1b]8;;\x1b\\") << QByteArray("text");
    QTest::newRow("clipboard") << QByteArray("\x1b]52;c;ZXZpbA==\x07ok") << QByteArray("ok");
    QTest::newRow("device control") << QByteArray("\x1bPevil\x1b\\ok") << QByteArray("ok");
    QTest::newRow("application command") << QByteArray("\x1b_evil\x1b\\ok") << QByteArray("ok");
    QTest::newRow("cursor and clear") << QByteArray("\x1b[2J\x1b[Hok") << QByteArray("ok");
    QTest::newRow("charset") << QByteArray("\x1b(0ok") << QByteArray("ok");
    QTest::newRow("reset") << QByteArray("\x1b"
                                         "cok")
                           << QByteArray("ok");
    QTest::newRow("unfinished sequence") << QByteArray("ok\x1b[31") << QByteArray("ok");
    QTest::newRow("unfinished string") << QByteArray("ok\x1b]0;evil") << QByteArray("ok");
    QTest::newRow("escape at the end") << QByteArray("ok\x1b") << QByteArray("ok");
    QTest::newRow("controls") << QByteArray("a\x08\x07\x0b"
                                            "b\x7f")
                              << QByteArray("ab");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("ab");
    QTest::newRow("tab") << QByteArray("ab\tc") << QByteArray("ab  c");
    QTest::newRow("progress") << QByteArray("10%\r50%\r100%") << QByteArray("100%");
    QTest::newRow("carriage return at the end") << QByteArray("dos\r") << QByteArray("dos");
    QTest::newRow("UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f") << QByteArray("gr\xc3\xbc\xc3\x9f");
}

void LogViewTest::S29_escapeSequencesAreTakenOut()
{
    QFETCH(QByteArray, raw);
    QTEST(cleanLogLine(raw), "clean");
}

void LogViewTest::S29_turningMarksAreShown()
{
    const QString text = displayText(QByteArrayView("a\xe2\x80\xae"
                                                    "b\xe2\x80\x8b"
                                                    "c"));
    QCOMPARE(text, QStringLiteral("a\ufffdb\ufffdc"));
    QCOMPARE(displayText(QByteArrayView("\xc2\x9b"
                                        "31m")),
             QStringLiteral("\ufffd31m")); // CSI as one character
}

void LogViewTest::invalidUtf8IsShownAsReplacement()
{
    QCOMPARE(displayText(QByteArrayView("a\xff\xfe"
                                        "b")),
             QStringLiteral("a\ufffd\ufffdb"));
}

void LogViewTest::theBufferStaysWithinItsBudget()
{
    LogBuffer buffer(1024 * 1024);
    const QByteArray text(100, 'x');
    for (int i = 0; i < 50'000; ++i)
        buffer.append(line(text));
    QVERIFY(buffer.bytes() <= 1024 * 1024);
    QCOMPARE(buffer.endLine(), 50'000);
    QVERIFY(buffer.count() > 4'000);
    QCOMPARE(buffer.line(buffer.firstLine()).text.toByteArray(), text);
}

void LogViewTest::aLongLineIsCut()
{
    LogBuffer buffer;
    buffer.append(line(QByteArray(1'000'000, 'x')));
    QVERIFY(buffer.line(0).cut);
    QVERIFY(buffer.line(0).text.size() <= 64 * 1024);
}

void LogViewTest::D42_aMillionLinesAreFoundByNumber()
{
    LogBuffer buffer;
    for (int i = 0; i < 1'000'000; ++i)
        buffer.append(line(QByteArray::number(i)));
    QCOMPARE(buffer.count(), 1'000'000);
    QVERIFY(buffer.bytes() <= 48 * 1024 * 1024);
    for (const int number : {0, 2047, 2048, 500'000, 999'999})
        QCOMPARE(buffer.line(number).text.toByteArray(), QByteArray::number(number));
}

void LogViewTest::theSearchFindsAsLinesCome_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hits");
    QTest::newRow("ascii") << QStringLiteral("ERROR") << 2;
    QTest::newRow("not ascii") << QStringLiteral("GRÜSSE") << 1;
    QTest::newRow("special characters") << QStringLiteral("[x]*") << 1;
    QTest::newRow("none") << QStringLiteral("nothing") << 0;
}

void LogViewTest::theSearchFindsAsLinesCome()
{
    QFETCH(QString, text);
    LogView view;
    view.search()->setText(text);
    view.append({line("an Error"), line("fine"), line("grüsse")});
    view.append({line("error again"), line("a[x]*b")});
    QTRY_COMPARE(view.buffer().count(), 5);
    view.search()->lookOn();
    QTRY_VERIFY(view.search()->complete());
    QTEST(int(view.search()->count()), "hits");
}

void LogViewTest::hitsWrapAroundTheEnd()
{
    LogView view;
    view.append(numbered(0, 30));
    view.search()->setText(QStringLiteral("5"));
    QTRY_VERIFY(view.search()->complete());
    QCOMPARE(view.search()->count(), 3);
    QList<qint64> visited;
    for (int i = 0; i < 4; ++i) {
        view.findNext();
        visited.append(view.currentLine());
    }
    QCOMPARE(visited, QList<qint64>({5, 15, 25, 5}));
    view.findPrevious();
    QCOMPARE(view.currentLine(), 25);
}

void LogViewTest::theEndIsFollowedUntilScrolledAway()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(numbered(0, 500));
    QScrollBar *bar = view.verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 400);
    QCOMPARE(bar->value(), bar->maximum());
    QSignalSpy changes(&view, &LogView::followingChanged);
    bar->setValue(10);
    QCOMPARE(changes.count(), 1);
    view.append(numbered(500, 500));
    QTRY_VERIFY(bar->maximum() > 900);
    QCOMPARE(bar->value(), 10);
    bar->setValue(bar->maximum());
    QVERIFY(view.following());
}

void LogViewTest::whatIsDroppedDoesNotMoveTheReader()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    const QByteArray filler(1000, 'x');
    QList<model::LogLine> lines;
    for (int i = 0; i < 40'000; ++i)
        lines.append(line(QByteArray::number(i) + filler));
    view.append(lines);
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() - 1000);
    const qint64 read = view.buffer().firstLine() + view.verticalScrollBar()->value();
    const qint64 firstBefore = view.buffer().firstLine();
    view.append(lines);
    QTRY_VERIFY(view.buffer().firstLine() > firstBefore);
    QTRY_VERIFY(view.verticalScrollBar()->maximum() + 50 > view.buffer().count());
    const qint64 wanted = std::max(read, view.buffer().firstLine());
    QTRY_COMPARE(view.buffer().firstLine() + view.verticalScrollBar()->value(), wanted);
}

void LogViewTest::textIsChosenAndCopied()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(numbered(0, 5));
    QCOMPARE(view.selectedText(), QStringLiteral("line 0\nline 1\nline 2\nline 3\nline 4\n"));
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectedText(), QStringLiteral("line 0\nline 1\nline 2\nline 3\nline 4"));
    view.showLine(3);
    QCOMPARE(view.selectedText(), QStringLiteral("line 3"));

    const QFontMetrics metrics(view.font());
    const int letter = metrics.horizontalAdvance(QLatin1Char('m'));
    const int row = metrics.height() + 2;
    const auto at = [&](int line, int column) { return QPoint(12 + column * letter + 1, line * row + row / 2); };
    QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::NoModifier, at(1, 2));
    QMouseEvent move(QEvent::MouseMove, at(2, 3), view.viewport()->mapToGlobal(at(2, 3)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &move);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::NoModifier, at(2, 3));
    QCOMPARE(view.selectedText(), QStringLiteral("ne 1\nlin"));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, at(1, 4)); // from where it began
    QCOMPARE(view.selectedText(), QStringLiteral("ne"));
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, at(4, 1));
    QCOMPARE(view.selectedText(), QStringLiteral("line"));
    QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::NoModifier, at(4, 1));
    QCOMPARE(view.selectedText(), QStringLiteral("line 4"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("line 4"));
}

void LogViewTest::D14_theKeyboardChoosesText()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(numbered(0, 100));
    view.setFollowing(false);
    view.verticalScrollBar()->setValue(50);
    const auto press = [&view](Qt::Key key, Qt::KeyboardModifiers with, int times = 1) {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&view, key, Qt::ShiftModifier | with);
    };
    press(Qt::Key_End, {}); // begins with what is seen
    QCOMPARE(view.selectedText(), QStringLiteral("line 50"));
    press(Qt::Key_Down, {});
    QCOMPARE(view.selectedText(), QStringLiteral("line 50\nline 51"));
    press(Qt::Key_Home, {});
    press(Qt::Key_Right, {}, 4);
    QCOMPARE(view.selectedText(), QStringLiteral("line 50\nline"));
    press(Qt::Key_Left, {}, 6); // into the line above
    QCOMPARE(view.selectedText(), QStringLiteral("line 5"));
    press(Qt::Key_Up, {}, 51); // further than there are lines
    QCOMPARE(view.selectedText(), (numberedText(0, 50) + QLatin1Char('\n')));
    QCOMPARE(view.verticalScrollBar()->value(), 0); // the end that moves is seen
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view.selectedText(), numberedText(50, 100));
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    press(Qt::Key_Right, {});
    press(Qt::Key_Down, {});
    QCOMPARE(view.selectedText(), numberedText(50, 100));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), numberedText(50, 100));
    view.clear();
    press(Qt::Key_Down, {}); // nothing there
    QVERIFY(view.selectedText().isEmpty());
}

void LogViewTest::aScreenReaderReadsWhatIsSeen()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(numbered(0, 500));
    QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 400);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(face);
    QAccessibleTextInterface *text = face->textInterface();
    QVERIFY(text);
    const QString seen = text->text(0, text->characterCount());
    QVERIFY(seen.endsWith(QLatin1String("line 499")));
    QVERIFY(seen.count(QLatin1Char('\n')) < 20);
    QCOMPARE(face->text(QAccessible::Value), seen);
    QVERIFY(face->text(QAccessible::Description).contains(QLatin1String("line 499")));
    QVERIFY(face->state().readOnly);
    int from = 0;
    int to = 0;
    QCOMPARE(text->textAtOffset(text->characterCount() - 1, QAccessible::LineBoundary, &from, &to),
             QStringLiteral("line 499"));
    QCOMPARE(text->text(-5, 4), QStringLiteral("line"));
}

void LogViewTest::savingWritesEveryLine()
{
    LogView view;
    model::LogLine stamped = line("two\x1b[0m");
    stamped.at = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    view.append({line("one"), stamped});
    view.setTimestampsShown(false);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(view.save(buffer));
    QCOMPARE(buffer.data(), QByteArray("one\ntwo\n"));
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QVERIFY(!view.save(closed));
}

// A hundred thousand lines in small batches: the bars are set once a frame, not once a batch.
void LogViewTest::manyBatchesAreOneDrawing()
{
    LogView view;
    view.resize(600, 400);
    view.show();
    QSignalSpy ranges(view.verticalScrollBar(), &QScrollBar::rangeChanged);
    for (int i = 0; i < 1000; ++i)
        view.append(numbered(i * 100, 100));
    QVERIFY(ranges.isEmpty());
    QTRY_COMPARE(view.buffer().count(), 100'000);
    QTRY_COMPARE(ranges.count(), 1);
}

QTEST_MAIN(LogViewTest)
#include "log_view_test.moc"
