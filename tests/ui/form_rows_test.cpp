// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form_scene.h"
#include "ui/style/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace mediahelm;
using namespace mediahelm::ui;
using uitest::jellyfin;
using Scene = uitest::FormScene;

class FormRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableModelIsSound();
    void rowsAreAddedChangedAndRemoved();
    void aFlagOfAMountIsSwitched();
    void aRowThatIsNotCompleteIsNotWritten();
    void whatCannotBeIsRefusedWithWords();
    void problemsStandAtTheirField();

private:
    Theme m_theme;
};

void FormRowsTest::tableModelIsSound()
{
    FormTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    control::FormField field;
    field.kind = control::FieldKind::ports;
    field.pointer = QStringLiteral("/services/a/ports");
    model.setField(field);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 4);
    model.beginRow();
    QCOMPARE(model.rowCount(), 1);
    const auto cell = [](const char *text) { return control::FormCell{QString::fromLatin1(text), true, {}, false}; };
    control::FormRow row;
    row.pointer = QStringLiteral("/services/a/ports/0");
    row.cells = {cell(""), cell("8080"), cell("80"), cell("")};
    field.rows = {row};
    model.setField(field); // the new row came to be
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.isNew(0));
    row.cells[1] = cell("9090");
    field.rows = {row};
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setField(field);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("9090"));
    row.lock = control::FormLock::alias;
    field.rows = {row};
    model.setField(field);
    QVERIFY(!(model.flags(model.index(0, 1)) & Qt::ItemIsEditable));
    QVERIFY(!model.index(0, 1).data(Qt::ToolTipRole).toString().isEmpty());
    model.beginRow();
    model.dropRow();
    field.rows.clear();
    model.setField(field);
    QCOMPARE(model.rowCount(), 0);
}

void FormRowsTest::rowsAreAddedChangedAndRemoved()
{
    const Scene scene;
    QTRY_VERIFY(scene.field("ports"));
    FormTable *table = scene.field("ports")->table();
    table->findChildren<QToolButton *>().constFirst()->click();
    QCOMPARE(table->model().rowCount(), 2);
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit && table->isAncestorOf(edit));
    QTest::keyClicks(edit, u"7359"_qs);
    QTest::keyClick(edit, Qt::Key_Tab);
    edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit);
    QTest::keyClicks(edit, u"7360"_qs);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(scene.editor().bytes().contains("      - \"7359:7360\"\n"));
    QTRY_COMPARE(table->model().rowCount(), 2);
    QVERIFY(!table->model().isNew(1));
    QVERIFY(table->model().setData(table->model().index(1, 3), QStringLiteral("udp"), Qt::EditRole));
    QTRY_VERIFY(scene.editor().bytes().contains("      - \"7359:7360/udp\"\n"));
    table->view().setCurrentIndex(table->model().index(1, 1));
    table->view().setFocus();
    QTest::keyClick(&table->view(), Qt::Key_Delete);
    QTRY_VERIFY(!scene.editor().bytes().contains("7359"));
    QTRY_COMPARE(table->model().rowCount(), 1);
    FormTableModel &environment = scene.table("environment");
    environment.setData(environment.index(1, 1), QStringLiteral("1001"), Qt::EditRole);
    QTRY_VERIFY(scene.editor().bytes().contains("      PUID: \"1001\"\n"));
}

void FormRowsTest::aFlagOfAMountIsSwitched()
{
    const Scene scene;
    QTRY_VERIFY(scene.field("volumes"));
    FormTableModel &volumes = scene.table("volumes");
    QVERIFY(volumes.setData(volumes.index(1, 2), Qt::Unchecked, Qt::CheckStateRole));
    QTRY_VERIFY(scene.editor().bytes().contains("      - ${MEDIA_PATH}:/media\n"));
    QVERIFY(volumes.setData(volumes.index(0, 2), Qt::Checked, Qt::CheckStateRole));
    QTRY_VERIFY(scene.editor().bytes().contains("      - ${APPDATA_PATH:?}/jellyfin:/config:ro\n"));
}

void FormRowsTest::aRowThatIsNotCompleteIsNotWritten()
{
    const Scene scene;
    QTRY_VERIFY(scene.field("volumes"));
    const QByteArray before = scene.editor().bytes();
    FormTableModel &volumes = scene.table("volumes");
    const int row = volumes.beginRow();
    volumes.setData(volumes.index(row, 0), QStringLiteral("./cache"), Qt::EditRole);
    QCOMPARE(scene.editor().bytes(), before);
    QVERIFY(volumes.isNew(row));
    scene.write(QByteArray(before).replace("retries: 3", "retries: 4"));
    QTRY_COMPARE(scene.line("healthcheck/retries")->text(), QStringLiteral("4"));
    QVERIFY(volumes.isNew(row)); // and what was typed is still there
    volumes.setData(volumes.index(row, 1), QStringLiteral("/cache"), Qt::EditRole);
    QTRY_VERIFY(scene.editor().bytes().contains("      - ./cache:/cache\n"));
}

void FormRowsTest::whatCannotBeIsRefusedWithWords()
{
    const Scene scene;
    QTRY_VERIFY(scene.line("healthcheck/retries"));
    const QByteArray before = scene.editor().bytes();
    QLineEdit *retries = scene.line("healthcheck/retries");
    retries->setFocus();
    retries->selectAll();
    QTest::keyClicks(retries, u"often"_qs);
    QTest::keyClick(retries, Qt::Key_Return);
    QVERIFY(Scene::says(scene.field("healthcheck/retries"), QStringLiteral("must be a number")));
    QCOMPARE(scene.editor().bytes(), before);
    QCOMPARE(retries->text(), QStringLiteral("often"));
    retries->selectAll();
    QTest::keyClicks(retries, u"${RETRIES}"_qs);
    QTest::keyClick(retries, Qt::Key_Return);
    QTRY_VERIFY(scene.editor().bytes().contains("retries: ${RETRIES}"));
    QVERIFY(!Scene::says(scene.field("healthcheck/retries"), QStringLiteral("must be a number")));
    // What only the workspace can tell comes back with its words.
    FormTableModel &environment = scene.table("environment");
    const int row = environment.beginRow();
    environment.setData(environment.index(row, 0), QStringLiteral("TZ"), Qt::EditRole);
    environment.setData(environment.index(row, 1), QStringLiteral("UTC"), Qt::EditRole);
    QTRY_VERIFY(Scene::says(scene.field("environment"), QStringLiteral("there already")));
    QVERIFY(environment.isNew(row));
}

void FormRowsTest::problemsStandAtTheirField()
{
    const Scene scene;
    QTRY_VERIFY(scene.field("restart"));
    QList<model::Diagnostic> problems = scene.workspace().diagnostics();
    for (model::Diagnostic &problem : problems) {
        if (problem.file == jellyfin)
            problem.pointer = QStringLiteral("/services/jellyfin/restart");
    }
    model::Diagnostic port;
    port.file = jellyfin;
    port.pointer = QStringLiteral("/services/jellyfin/ports/0");
    port.message = QStringLiteral("the port is taken");
    problems.append(port);
    scene.workspace().setDiagnostics(problems);
    QTRY_VERIFY(Scene::says(scene.field("restart"), QStringLiteral("did you mean unless-stopped?")));
    QVERIFY(Scene::says(scene.field("ports"), QStringLiteral("the port is taken")));
    const QModelIndex row = scene.table("ports").index(0, 0);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QLatin1String("the port is taken")));
    QVERIFY(!row.data(Qt::DecorationRole).isNull());
    QVERIFY(!Scene::says(scene.field("image"), QStringLiteral("did you mean")));
}

QTEST_MAIN(FormRowsTest)
#include "form_rows_test.moc"
