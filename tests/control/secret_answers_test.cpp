// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/secret_answers.h"

#include "tests/fakes/memory_secret_store.h"
#include "transport/scripted_questioner.h"

#include <QTest>

#include <algorithm>

using namespace mediahelm;
using control::SecretAnswers;
using model::Question;
using tests::ScriptedQuestioner;
using MemoryStore = fakes::MemorySecretStore;
using Answer = transport::Questioner::Answer;

namespace {

Question password(quint64 id, bool again = false)
{
    Question question;
    question.id = id;
    question.host = base::HostId::parse(u"box").value();
    question.kind = Question::Kind::password;
    question.subject = QStringLiteral("u@box");
    question.mayBeKept = true;
    question.again = again;
    return question;
}

const QString key = QStringLiteral("ssh-password/box/u@box");
const base::HostId box = base::HostId::parse(u"box").value();

QByteArray textOf(const QFuture<base::Result<Answer>> &future)
{
    if (!future.isFinished() || !future.result().ok() || !future.result()->accepted)
        return {};
    return future.result()->text;
}

ScriptedQuestioner person(const QByteArray &text)
{
    return ScriptedQuestioner([text](const Question &) { return ScriptedQuestioner::yes(text); });
}

// One that also wants the answer kept.
class Keeper final : public transport::Questioner
{
public:
    bool canAnswer() const override { return true; }
    QFuture<base::Result<Answer>> ask(const Question &) override
    {
        ++asked;
        return base::finishedWith<Answer>(Answer{true, QByteArray("typed"), true});
    }
    void withdraw(quint64) override { }
    int asked = 0;
};

} // namespace

class SecretAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptPasswordIsGivenWithoutAsking()
    {
        MemoryStore store;
        store.content.insert(key, "kept");
        auto nobodyAsked = person("typed");
        SecretAnswers answers(nobodyAsked, store);
        QCOMPARE(textOf(answers.ask(password(1))), QByteArray("kept"));
        QVERIFY(nobodyAsked.asked.isEmpty());
        answers.concluded(box, true);
        QCOMPARE(store.content.value(key), QByteArray("kept"));
        QCOMPARE(nobodyAsked.conclusions, QList<bool>{true});
    }

    void keptPasswordIsTriedOnceThenThePersonIsAsked()
    {
        MemoryStore store;
        store.content.insert(key, "stale");
        auto asked = person("typed");
        SecretAnswers answers(asked, store);
        QCOMPARE(textOf(answers.ask(password(1))), QByteArray("stale"));
        QCOMPARE(textOf(answers.ask(password(2, true))), QByteArray("typed"));
        QCOMPARE(store.reads, 1);
        answers.concluded(box, true); // the typed one was right, so the kept one was wrong
        QVERIFY(!store.content.contains(key));
    }

    void failedAttemptForgetsNothingThatIsKept()
    {
        MemoryStore store;
        store.content.insert(key, "kept");
        auto asked = person("typed");
        SecretAnswers answers(asked, store);
        answers.ask(password(1));
        answers.ask(password(2, true));
        answers.concluded(box, false);
        QCOMPARE(store.content.value(key), QByteArray("kept"));
        QCOMPARE(textOf(answers.ask(password(3))), QByteArray("kept")); // a new attempt tries it again
    }

    void answerIsKeptOnlyOnceItHasProvenRight()
    {
        MemoryStore store;
        Keeper keeper;
        SecretAnswers answers(keeper, store);
        QCOMPARE(textOf(answers.ask(password(1))), QByteArray("typed"));
        QVERIFY(store.content.isEmpty());
        answers.concluded(box, false);
        QVERIFY(store.content.isEmpty());
        answers.ask(password(2));
        answers.concluded(box, true);
        QCOMPARE(store.content.value(key), QByteArray("typed"));
        QCOMPARE(keeper.asked, 2);
    }

    void answerUsedUpAndWipedIsStillKept()
    {
        MemoryStore store;
        Keeper keeper;
        SecretAnswers answers(keeper, store);
        const auto future = answers.ask(password(1));
        const auto answer = future.result();
        std::fill_n(const_cast<char *>(answer->text.constData()), answer->text.size(), '\0'); // as wipe() does
        answers.concluded(box, true);
        QCOMPARE(store.content.value(key), QByteArray("typed"));
    }

    void otherQuestionsGoStraightToThePerson()
    {
        MemoryStore store;
        auto asked = person("123456");
        SecretAnswers answers(asked, store);
        Question code = password(1);
        code.kind = Question::Kind::other;
        code.mayBeKept = false;
        QCOMPARE(textOf(answers.ask(code)), QByteArray("123456"));
        QCOMPARE(store.reads, 0);
    }

    void brokenKeychainIsNoObstacle()
    {
        MemoryStore store;
        store.failure = base::Error{base::ErrorKind::io, {}, {}};
        auto asked = person("typed");
        SecretAnswers answers(asked, store);
        QCOMPARE(textOf(answers.ask(password(1))), QByteArray("typed"));
    }

    void passwordOfOneHostIsNotTriedOnAnother()
    {
        MemoryStore store;
        store.content.insert(key, "kept");
        auto asked = person("typed");
        SecretAnswers answers(asked, store);
        Question other = password(1);
        other.host = base::HostId::parse(u"evil").value();
        QCOMPARE(textOf(answers.ask(other)), QByteArray("typed"));
    }

    void withdrawnWhileTheKeychainThinks()
    {
        MemoryStore store;
        store.slow = true;
        auto asked = person("typed");
        SecretAnswers answers(asked, store);
        const auto future = answers.ask(password(1));
        QVERIFY(!future.isFinished());
        answers.withdraw(1);
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, base::ErrorKind::cancelled);
        store.pending.finish(std::optional(QByteArray("late")));
        QVERIFY(asked.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SecretAnswersTest)
#include "secret_answers_test.moc"
