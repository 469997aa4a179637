// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form_scene.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace mediahelm;
using namespace mediahelm::ui;
using uitest::jellyfin;
using Scene = uitest::FormScene;

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsWritten();
    void anEditIsOneStepInItsOwnBytes();
    void theCaretAndTheViewHoldStill();
    void whatIsTypedInTheTextIsShown();
    void whatIsBeingTypedInAFieldStays();
    void aTextThatCannotBeReadGreysTheForm();
    void theServiceOfTheCaretIsShown();
    void aClearedFieldIsTakenOut();
    void aChoiceTakesVariables();
    void twoEditsInARowAreBothWritten();
    void filesWithoutAFormSaySo();
    void isRemembered();
    void theWheelChangesNothing();
    void everythingThatTakesTheFocusHasAName();

private:
    Theme m_theme;
};

void FormTest::showsWhatIsWritten()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    QCOMPARE(scene.form().service(), QStringLiteral("jellyfin"));
    QCOMPARE(scene.line("image")->text(), QStringLiteral("jellyfin/jellyfin:10.10.7"));
    QCOMPARE(scene.choice("restart")->currentText(), QStringLiteral("unless-stoped"));
    QCOMPARE(scene.line("healthcheck/interval")->text(), QStringLiteral("30s"));
    QCOMPARE(scene.line("mem_limit")->text(), QString());
    QVERIFY(!scene.line("mem_limit")->placeholderText().isEmpty());
    const FormTableModel &ports = scene.table("ports");
    QCOMPARE(ports.rowCount(), 1);
    QCOMPARE(ports.index(0, 1).data().toString(), QStringLiteral("${JELLYFIN_PORT:-8096}"));
    QVERIFY(ports.index(0, 1).data(Qt::ToolTipRole).toString().contains(QLatin1String("8096")));
    QCOMPARE(scene.table("environment").index(0, 0).data().toString(), QStringLiteral("TZ"));
    QCOMPARE(scene.table("volumes").index(1, 2).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(scene.line("image")->toolTip().contains(QLatin1String("tag or a digest")));
}

void FormTest::anEditIsOneStepInItsOwnBytes()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    const QByteArray before = scene.editor().bytes();
    QLineEdit *image = scene.line("image");
    image->setFocus();
    image->selectAll();
    QTest::keyClicks(image, u"jellyfin/jellyfin:10.11"_qs);
    QCOMPARE(scene.editor().bytes(), before); // not while it is typed
    QTest::keyClick(image, Qt::Key_Return);
    const QByteArray after = QByteArray(before).replace("jellyfin/jellyfin:10.10.7", "jellyfin/jellyfin:10.11");
    QTRY_COMPARE(scene.editor().bytes(), after);
    QVERIFY(scene.file().isUnsaved());
    QVERIFY(image->hasFocus());
    scene.editor().undo();
    QCOMPARE(scene.editor().bytes(), before);
    QTRY_COMPARE(scene.line("image")->text(), QStringLiteral("jellyfin/jellyfin:10.10.7"));
    scene.editor().redo();
    QCOMPARE(scene.editor().bytes(), after);
}

void FormTest::theCaretAndTheViewHoldStill()
{
    const Scene scene;
    QByteArray text = "services:\n  a:\n    image: b\n    environment:\n";
    for (int i = 0; i < 300; ++i)
        text += "      NAME_" + QByteArray::number(i) + ": x\n";
    scene.write(text);
    QTRY_VERIFY(scene.line("image", "a"));
    scene.editor().goTo({200, 3, 3});
    const model::Place caret = scene.editor().cursorPlace();
    const long top = scene.editor().SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
    QVERIFY(top > 100);
    QLineEdit *image = scene.line("image", "a");
    image->setFocus();
    image->selectAll();
    QTest::keyClicks(image, u"c:2"_qs);
    QTest::keyClick(image, Qt::Key_Return);
    QTRY_VERIFY(scene.editor().bytes().contains("image: c:2"));
    QCOMPARE(scene.editor().cursorPlace(), caret);
    QCOMPARE(scene.editor().SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE), top);
    // A line more above moves both with their text.
    Q_EMIT scene.form().editWanted({control::FormEdit::Action::remove, QStringLiteral("/services/a/image"), -1, {}});
    QTRY_VERIFY(!scene.editor().bytes().contains("image:"));
    QCOMPARE(scene.editor().cursorPlace().line, caret.line - 1);
    QCOMPARE(scene.editor().SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE), top - 1);
}

void FormTest::whatIsTypedInTheTextIsShown()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    scene.editor().setFocus();
    const QByteArray text = scene.editor().bytes();
    const qsizetype at = text.indexOf("10.10.7") + 7;
    scene.editor().select({at, at});
    QTest::keyClick(&scene.editor(), '1');
    QTRY_COMPARE(scene.line("image")->text(), QStringLiteral("jellyfin/jellyfin:10.10.71"));
    QVERIFY(scene.editor().hasFocus());
}

void FormTest::whatIsBeingTypedInAFieldStays()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    QLineEdit *image = scene.line("image");
    image->setFocus();
    image->selectAll();
    QTest::keyClicks(image, u"half"_qs);
    // The text changes meanwhile: from the disk, by an undo.
    scene.write(scene.editor().bytes().replace("10.10.7", "10.10.8").replace("interval: 30s", "interval: 40s"));
    QTRY_COMPARE(scene.line("healthcheck/interval")->text(), QStringLiteral("40s"));
    QCOMPARE(image->text(), QStringLiteral("half"));
    QVERIFY(image->hasFocus());
    QTest::keyClick(image, Qt::Key_Escape);
    QCOMPARE(image->text(), QStringLiteral("jellyfin/jellyfin:10.10.8"));
}

void FormTest::aTextThatCannotBeReadGreysTheForm()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    const QByteArray good = scene.editor().bytes();
    scene.write(QByteArray(good).replace("image: jellyfin", "image: \"jellyfin"));
    QTRY_VERIFY(!scene.line("image")->isEnabled());
    QCOMPARE(scene.line("image")->text(), QStringLiteral("jellyfin/jellyfin:10.10.7"));
    QVERIFY(Scene::says(&scene.form(), QStringLiteral("cannot be read just now")));
    scene.write(good);
    QTRY_VERIFY(scene.line("image")->isEnabled());
    QVERIFY(!Scene::says(&scene.form(), QStringLiteral("cannot be read just now")));
}

void FormTest::theServiceOfTheCaretIsShown()
{
    const Scene scene;
    scene.write("services:\n  one:\n    image: first\n\n  two:\n    image: second\n");
    QTRY_VERIFY(scene.line("image", "one"));
    scene.editor().setFocus();
    scene.editor().goTo({6, 5, 5});
    QTRY_COMPARE(scene.form().service(), QStringLiteral("two"));
    QCOMPARE(scene.line("image", "two")->text(), QStringLiteral("second"));
    scene.editor().goTo({3, 5, 5});
    QTRY_COMPARE(scene.form().service(), QStringLiteral("one"));
    // While a field is edited, the form stays.
    scene.line("image", "one")->setFocus();
    scene.editor().goTo({6, 5, 5});
    QCOMPARE(scene.form().service(), QStringLiteral("one"));
    auto *services = scene.form().findChild<QComboBox *>(QStringLiteral("configuration.form.services"));
    services->setCurrentIndex(1);
    Q_EMIT services->activated(1);
    QCOMPARE(scene.editor().cursorPlace().line, 5);
    QCOMPARE(scene.form().service(), QStringLiteral("two"));
}

void FormTest::aClearedFieldIsTakenOut()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("container_name"));
    QLineEdit *name = scene.line("container_name");
    name->setFocus();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QTest::keyClick(name, Qt::Key_Tab);
    QTRY_VERIFY(!scene.editor().bytes().contains("container_name"));
    QVERIFY(scene.editor().bytes().contains("    image: jellyfin/jellyfin:10.10.7\n    restart:"));
}

void FormTest::aChoiceTakesVariables()
{
    const Scene scene;
    QTRY_VERIFY(scene.field("restart"));
    QComboBox *restart = scene.choice("restart");
    const int always = restart->findData(QStringLiteral("always"));
    QVERIFY(always > 0);
    restart->setCurrentIndex(always);
    Q_EMIT restart->activated(always);
    QTRY_VERIFY(scene.editor().bytes().contains("restart: always\n"));
    restart->lineEdit()->setFocus();
    restart->lineEdit()->selectAll();
    QTest::keyClicks(restart->lineEdit(), u"${RESTART}"_qs);
    QTest::keyClick(restart->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY(scene.editor().bytes().contains("restart: ${RESTART}\n"));
}

void FormTest::twoEditsInARowAreBothWritten()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    using Action = control::FormEdit::Action;
    Q_EMIT scene.form().editWanted({Action::set, QStringLiteral("/services/jellyfin/image"), -1, {u"a:1"_qs}});
    Q_EMIT scene.form().editWanted({Action::set, QStringLiteral("/services/jellyfin/user"), -1, {u"1:1"_qs}});
    QTRY_VERIFY(scene.editor().bytes().contains("image: a:1\n"));
    QTRY_VERIFY(scene.editor().bytes().contains("user: "));
}

void FormTest::filesWithoutAFormSaySo()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    scene.open(QStringLiteral("local.env"));
    QTRY_VERIFY(Scene::says(&scene.form(), QStringLiteral("choose one")));
    QCOMPARE(scene.form().service(), QString());
    scene.open(QStringLiteral("services/sonarr.yaml"));
    QTRY_COMPARE(scene.form().service(), QStringLiteral("sonarr"));
    scene.write("services: {}\n");
    QTRY_VERIFY(Scene::says(&scene.form(), QStringLiteral("no services")));
}

void FormTest::isRemembered()
{
    const Scene scene;
    QVERIFY(scene.form().isVisible());
    QTest::keyClick(&scene.editor(), Qt::Key_F7);
    QTRY_VERIFY(!scene.form().isVisible());
    const QJsonValue kept = scene.state.value(QStringLiteral("configuration.form"));
    QVERIFY(kept.isBool() && !kept.toBool());
    QTest::keyClick(&scene.editor(), Qt::Key_F7);
    QTRY_VERIFY(scene.line("image") && scene.line("image")->isVisible());
}

void FormTest::theWheelChangesNothing()
{
    const Scene scene;
    QTRY_VERIFY(scene.field("restart"));
    const QByteArray before = scene.editor().bytes();
    QComboBox *restart = scene.choice("restart");
    QWheelEvent wheel(QPointF(5, 5), restart->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(restart, &wheel);
    QCOMPARE(restart->currentText(), QStringLiteral("unless-stoped"));
    QCOMPARE(scene.editor().bytes(), before);
}

void FormTest::everythingThatTakesTheFocusHasAName()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("image"));
    const QList<QWidget *> widgets = scene.form().findChildren<QWidget *>();
    int checked = 0;
    for (const QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
            || qobject_cast<const QHeaderView *>(widget);
        QVERIFY2(named, widget->metaObject()->className());
        ++checked;
    }
    QVERIFY(checked > 20);
}

QTEST_MAIN(FormTest)
#include "form_test.moc"
