// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/init_text.h"

#include "app/cli/inert_text.h"
#include "app/cli/secrets_text.h"
#include "core/revision/compose/posix_quote.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::app {

using control::SetupOutcome;
using control::SetupPlan;
using namespace Qt::StringLiterals;

namespace {

secrets::SecretKeeper keeperOf(const SetupOutcome &outcome)
{
    return outcome.inKeychain ? secrets::SecretKeeper::keychain : secrets::SecretKeeper::sealedFile;
}

// A secret that somebody has to give.
bool toBeGiven(const control::SetupSecretNeed &secret)
{
    return !secret.madeUp;
}

QString settingOf(const SetupPlan &setup, const control::SetupQuestionText &question)
{
    return u"mediahelm config set %1 /%2 %3"_s.arg(
        revision::posixQuoted(setup.folder + u"/local.env"_s), question.variable,
        revision::posixQuoted(question.example.isEmpty() ? u"VALUE"_s : question.example));
}

QString settingOf(const SetupPlan &setup, const control::SetupSecretNeed &secret)
{
    return u"mediahelm secrets set %1 --workspace %2"_s.arg(secret.name, revision::posixQuoted(setup.folder));
}

QString row(const QString &name, const QString &words)
{
    return name.leftJustified(10) + u' ' + inertWords(words) + u'\n';
}

QString questionsText(const SetupPlan &setup)
{
    QString text;
    for (const control::SetupQuestionText &question : setup.questions)
        text += u"  %1 (%2): %3\n      %4\n"_s.arg(question.variable, question.service, question.description,
                                                   inertWords(settingOf(setup, question)));
    for (const control::SetupSecretNeed &secret : setup.secrets) {
        if (toBeGiven(secret))
            text += u"  %1 (%2, secret%3): %4%5\n      %6\n"_s.arg(
                secret.name, secret.service, secret.required ? QString() : u", where you want it"_s, secret.description,
                secret.source.isEmpty() ? QString() : u' ' + secret.source, inertWords(settingOf(setup, secret)));
    }
    return text.isEmpty() ? text : u"to be set:\n"_s + text;
}

QString portsText(const SetupPlan &setup)
{
    QStringList ports;
    for (const control::SetupPortChoice &port : setup.ports)
        ports.append(u"%1=%2"_s.arg(port.variable).arg(port.number));
    return ports.join(u' ');
}

QJsonArray questionsJson(const SetupPlan &setup)
{
    QJsonArray questions;
    for (const control::SetupQuestionText &question : setup.questions)
        questions.append(QJsonObject{{u"name"_s, question.variable},
                                     {u"kind"_s, u"variable"_s},
                                     {u"required"_s, true},
                                     {u"service"_s, question.service},
                                     {u"description"_s, question.description},
                                     {u"example"_s, question.example},
                                     {u"command"_s, settingOf(setup, question)}});
    for (const control::SetupSecretNeed &secret : setup.secrets) {
        if (toBeGiven(secret))
            questions.append(QJsonObject{{u"name"_s, secret.name},
                                         {u"kind"_s, u"secret"_s},
                                         {u"required"_s, secret.required},
                                         {u"service"_s, secret.service},
                                         {u"description"_s, secret.description},
                                         {u"example"_s, secret.source},
                                         {u"command"_s, settingOf(setup, secret)}});
    }
    return questions;
}

} // namespace

QString initText(const SetupPlan &setup, const SetupOutcome &outcome)
{
    QString text = row(u"workspace"_s, setup.project) + row(u"folder"_s, setup.folder);
    if (!setup.services.isEmpty())
        text += row(setup.extends ? u"added"_s : u"services"_s, setup.services.join(u' '));
    if (!setup.present.isEmpty())
        text += row(u"there"_s, setup.present.join(u' ') + u" (left as they are)"_s);
    if (!setup.ports.isEmpty())
        text += row(u"ports"_s, portsText(setup));
    if (!outcome.secretsMade.isEmpty())
        text +=
            row(u"secrets"_s,
                u"%1, made up and kept in %2"_s.arg(outcome.secretsMade.join(u' '), keeperWords(keeperOf(outcome))));
    if (!outcome.secretsKept.isEmpty())
        text += row(u"kept"_s, outcome.secretsKept.join(u' ') + u" (secrets that were there already)"_s);
    const QStringList warnings = setup.warnings + outcome.warnings;
    for (const QString &warning : warnings)
        text += u"warning: "_s + inertWords(warning) + u'\n';
    text += questionsText(setup);
    text += u"next: look it over with mediahelm validate %1; the plain command is\n"_s.arg(
        inertWords(revision::posixQuoted(setup.folder)));
    text += u"  cd %1 && %2\n"_s.arg(inertWords(revision::posixQuoted(setup.folder)), inertWords(setup.command));
    if (!setup.secrets.isEmpty())
        text += u"with the secrets in its environment.\n"_s;
    return text;
}

QByteArray initJson(const SetupPlan &setup, const SetupOutcome &outcome)
{
    QJsonArray files;
    for (const control::SetupFileText &file : setup.files)
        files.append(file.path);
    QJsonObject ports;
    for (const control::SetupPortChoice &port : setup.ports)
        ports.insert(port.variable, port.number);
    QJsonArray secrets;
    for (const control::SetupSecretNeed &secret : setup.secrets) {
        const QString state = outcome.secretsMade.contains(secret.name) ? u"made"_s
            : outcome.secretsKept.contains(secret.name)                 ? u"kept"_s
                                                                        : u"unset"_s;
        secrets.append(QJsonObject{{u"name"_s, secret.name},
                                   {u"service"_s, secret.service},
                                   {u"state"_s, state},
                                   {u"required"_s, secret.required}});
    }
    return inertJson(QJsonDocument(QJsonObject{
        {u"project"_s, setup.project},
        {u"folder"_s, setup.folder},
        {u"services"_s, QJsonArray::fromStringList(setup.services)},
        {u"present"_s, QJsonArray::fromStringList(setup.present)},
        {u"files"_s, files},
        {u"folders"_s, QJsonArray::fromStringList(setup.folders)},
        {u"ports"_s, ports},
        {u"secrets"_s, secrets},
        {u"warnings"_s, QJsonArray::fromStringList(setup.warnings + outcome.warnings)},
        {u"questions"_s, questionsJson(setup)},
        {u"command"_s, setup.command},
    }));
}

} // namespace mediahelm::app
