// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_prompt.h"

namespace mediahelm::transport {

using model::Question;

namespace {

constexpr qsizetype longestPrompt = 4096;

QString readable(const QByteArray &bytes)
{
    QString text;
    const QString decoded = QString::fromUtf8(bytes.left(longestPrompt));
    for (const QChar c : decoded) {
        if (c.isPrint() || c == u'\n')
            text += c;
    }
    return text.trimmed();
}

// What stands between `before` and the next `after`; empty when either is missing.
QString between(const QString &text, QLatin1String before, QLatin1String after)
{
    const qsizetype from = text.indexOf(before);
    if (from < 0)
        return {};
    const qsizetype start = from + before.size();
    const qsizetype end = text.indexOf(after, start);
    return end < 0 ? QString() : text.mid(start, end - start);
}

// "The authenticity of host 'NAME (ADDRESS)' can't be established.\nTYPE key fingerprint is SHA256:...\n...
// Are you sure you want to continue connecting (yes/no/[fingerprint])?"
void readHostKey(Question &question)
{
    question.kind = Question::Kind::hostKey;
    question.subject = between(question.prompt, QLatin1String("The authenticity of host '"), QLatin1String("'"));
    question.subject = question.subject.section(QLatin1String(" ("), 0, 0);
    for (const QString &line : question.prompt.split(u'\n')) {
        constexpr QLatin1String words(" key fingerprint is ");
        const qsizetype at = line.indexOf(words);
        if (at < 0)
            continue;
        question.keyType = line.left(at);
        question.fingerprint = line.mid(at + words.size());
        if (question.fingerprint.endsWith(u'.'))
            question.fingerprint.chop(1);
        return;
    }
}

// "(user@host) Password: ": the words after the bracket are the server's.
void readServerPrompt(Question &question)
{
    const QString words = question.prompt.section(QLatin1String(") "), 1).toLower();
    if (words != QLatin1String("password:") && !words.startsWith(QLatin1String("password for ")))
        return;
    question.kind = Question::Kind::password;
    question.subject = between(question.prompt, QLatin1String("("), QLatin1String(") "));
    question.mayBeKept = true;
}

} // namespace

Question parseSshPrompt(const QByteArray &prompt, const QByteArray &hint)
{
    Question question;
    question.prompt = readable(prompt);
    const QString &text = question.prompt;
    if (hint == "none") {
        question.kind = Question::Kind::notice;
    } else if (hint == "confirm") {
        question.kind = Question::Kind::confirm;
    } else if (text.startsWith(u'(')) {
        readServerPrompt(question);
    } else if (text.startsWith(QLatin1String("The authenticity of host '"))) {
        readHostKey(question);
    } else if (text.startsWith(QLatin1String("Enter passphrase for key '"))) {
        question.kind = Question::Kind::passphrase;
        question.subject = text.mid(26, text.lastIndexOf(u'\'') - 26);
        question.mayBeKept = true;
    } else if (text.endsWith(QLatin1String("'s password:")) && !text.chopped(12).contains(u' ')) {
        question.kind = Question::Kind::password;
        question.subject = text.chopped(12);
        question.mayBeKept = true;
    } else if (text.endsWith(QLatin1String("(yes/no):")) || text.endsWith(QLatin1String("(yes/no)?"))) {
        question.kind = Question::Kind::confirm;
    }
    return question;
}

QByteArray affirmative(const Question &question)
{
    const bool asksForTheWord = question.prompt.contains(QLatin1String("yes/no"));
    return question.kind == Question::Kind::hostKey || asksForTheWord ? QByteArrayLiteral("yes") : QByteArray();
}

} // namespace mediahelm::transport
