// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/process.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace mediahelm;
using namespace std::chrono_literals;

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B03_anEndThatHangsIsCutShort();
    void anEndInTimeIsNot();
};

void ProcessTest::B03_anEndThatHangsIsCutShort()
{
    const pid_t child = ::fork();
    if (child == 0) {
        app::endWithin(1s, 7);
        for (;;)
            ::pause();
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
}

void ProcessTest::anEndInTimeIsNot()
{
    const pid_t child = ::fork();
    if (child == 0) {
        app::endWithin(30s, 7);
        ::_exit(3);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 3);
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "process_test.moc"
