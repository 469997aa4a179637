// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_fixture.h"

#include "core/settings/ui_state.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm::settings;
using mediahelm::tests::SettingsFolder;

class UiStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSetComesBack();
    void itIsWrittenByItselfSoonAfterTheLastChange();
    void aDamagedOrUnwritableFileIsNoError_data();
    void aDamagedOrUnwritableFileIsNoError();
    void settingTheSameValueWritesNothing();
};

void UiStateTest::whatIsSetComesBack()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"state/state.json"_qs);
    const QByteArray geometry("\x01\x00\xff", 3);
    {
        UiState state(file);
        const QSignalSpy changed(&state, &UiState::changed);
        state.setValue(u"theme"_qs, u"dark"_qs);
        state.setBytes(u"window.geometry"_qs, geometry);
        QCOMPARE(changed.count(), 2);
    }
    const UiState again(file);
    QCOMPARE(again.text(u"theme"_qs), u"dark"_qs);
    QCOMPARE(again.bytes(u"window.geometry"_qs), geometry);
    QCOMPARE(again.text(u"page"_qs, u"overview"_qs), u"overview"_qs);
    QVERIFY(again.value(u"page"_qs).isUndefined());
}

void UiStateTest::itIsWrittenByItselfSoonAfterTheLastChange()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"state.json"_qs);
    UiState state(file);
    state.setValue(u"page"_qs, u"services"_qs);
    QVERIFY(!QFile::exists(file));
    QTRY_VERIFY(QFile::exists(file));
}

void UiStateTest::aDamagedOrUnwritableFileIsNoError_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("damaged") << QString();
    QTest::newRow("no folder can be made") << u"/proc/none/state.json"_qs;
    QTest::newRow("a folder") << u"/"_qs;
}

void UiStateTest::aDamagedOrUnwritableFileIsNoError()
{
    QFETCH(QString, file);
    const SettingsFolder folder;
    if (file.isEmpty()) {
        folder.write("{\"theme\": \"da");
        file = folder.file();
    }
    UiState state(file);
    QCOMPARE(state.text(u"theme"_qs, u"auto"_qs), u"auto"_qs);
    state.setValue(u"theme"_qs, u"light"_qs);
    state.flush();
    QCOMPARE(state.text(u"theme"_qs), u"light"_qs);
}

void UiStateTest::settingTheSameValueWritesNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"state.json"_qs);
    UiState state(file);
    state.setValue(u"page"_qs, u"services"_qs);
    state.flush();
    QVERIFY(QFile::remove(file));
    state.setValue(u"page"_qs, u"services"_qs);
    state.flush();
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(UiStateTest)
#include "ui_state_test.moc"
