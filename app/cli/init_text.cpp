// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/init_text.h"

#include "app/cli/inert_text.h"
#include "app/cli/secrets_text.h"
#include "core/revision/compose/compose_command.h"
#include "core/revision/compose/posix_quote.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::app {

namespace ws = workspace;
using namespace Qt::StringLiterals;

namespace {

// What the user can type in the folder; empty where it cannot be said.
QString commandOf(const ws::Setup &setup)
{
    const auto command =
        revision::ComposeCommand::make({setup.folder, setup.project, setup.envLayers, setup.serviceFiles, {}});
    return command ? command->line({u"up"_s, u"-d"_s}) : QString();
}

// A secret that somebody has to give.
bool toBeGiven(const ws::SetupSecret &secret)
{
    return !secret.form;
}

QString settingOf(const ws::Setup &setup, const ws::SetupQuestion &question)
{
    return u"mediahelm config set %1 /%2 %3"_s.arg(
        revision::posixQuoted(setup.folder + u"/local.env"_s), question.variable,
        revision::posixQuoted(question.example.isEmpty() ? u"VALUE"_s : question.example));
}

QString settingOf(const ws::Setup &setup, const ws::SetupSecret &secret)
{
    return u"mediahelm secrets set %1 --workspace %2"_s.arg(secret.name, revision::posixQuoted(setup.folder));
}

QString row(const QString &name, const QString &words)
{
    return name.leftJustified(10) + u' ' + inertWords(words) + u'\n';
}

QString questionsText(const ws::Setup &setup)
{
    QString text;
    for (const ws::SetupQuestion &question : setup.questions)
        text += u"  %1 (%2): %3\n      %4\n"_s.arg(question.variable, question.service, question.description,
                                                   inertWords(settingOf(setup, question)));
    for (const ws::SetupSecret &secret : setup.secrets) {
        if (toBeGiven(secret))
            text += u"  %1 (%2, secret%3): %4%5\n      %6\n"_s.arg(
                secret.name, secret.service, secret.required ? QString() : u", where you want it"_s, secret.description,
                secret.source.isEmpty() ? QString() : u' ' + secret.source, inertWords(settingOf(setup, secret)));
    }
    return text.isEmpty() ? text : u"to be set:\n"_s + text;
}

QString portsText(const ws::Setup &setup)
{
    QStringList ports;
    for (const ws::SetupPort &port : setup.ports)
        ports.append(u"%1=%2"_s.arg(port.variable).arg(port.number));
    return ports.join(u' ');
}

QJsonArray questionsJson(const ws::Setup &setup)
{
    QJsonArray questions;
    for (const ws::SetupQuestion &question : setup.questions)
        questions.append(QJsonObject{{u"name"_s, question.variable},
                                     {u"kind"_s, u"variable"_s},
                                     {u"required"_s, true},
                                     {u"service"_s, question.service},
                                     {u"description"_s, question.description},
                                     {u"example"_s, question.example},
                                     {u"command"_s, settingOf(setup, question)}});
    for (const ws::SetupSecret &secret : setup.secrets) {
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

QString initText(const InitReport &report)
{
    const ws::Setup &setup = report.setup;
    QString text = row(u"workspace"_s, setup.project) + row(u"folder"_s, setup.folder);
    if (!setup.services.isEmpty())
        text += row(report.extends ? u"added"_s : u"services"_s, setup.services.join(u' '));
    if (!setup.present.isEmpty())
        text += row(u"there"_s, setup.present.join(u' ') + u" (left as they are)"_s);
    if (!setup.ports.isEmpty())
        text += row(u"ports"_s, portsText(setup));
    if (!report.made.isEmpty())
        text +=
            row(u"secrets"_s, u"%1, made up and kept in %2"_s.arg(report.made.join(u' '), keeperWords(report.keeper)));
    if (!report.kept.isEmpty())
        text += row(u"kept"_s, report.kept.join(u' ') + u" (secrets that were there already)"_s);
    for (const QString &warning : setup.warnings)
        text += u"warning: "_s + inertWords(warning) + u'\n';
    text += questionsText(setup);
    text += u"next: look it over with mediahelm validate %1; the plain command is\n"_s.arg(
        inertWords(revision::posixQuoted(setup.folder)));
    text += u"  cd %1 && %2\n"_s.arg(inertWords(revision::posixQuoted(setup.folder)), inertWords(commandOf(setup)));
    if (!setup.secrets.isEmpty())
        text += u"with the secrets in its environment.\n"_s;
    return text;
}

QByteArray initJson(const InitReport &report)
{
    const ws::Setup &setup = report.setup;
    QJsonArray files;
    for (const ws::SetupFile &file : setup.files)
        files.append(file.path);
    QJsonObject ports;
    for (const ws::SetupPort &port : setup.ports)
        ports.insert(port.variable, port.number);
    QJsonArray secrets;
    for (const ws::SetupSecret &secret : setup.secrets) {
        const QString state = report.made.contains(secret.name) ? u"made"_s
            : report.kept.contains(secret.name)                 ? u"kept"_s
                                                                : u"unset"_s;
        secrets.append(QJsonObject{{u"name"_s, secret.name},
                                   {u"service"_s, secret.service},
                                   {u"state"_s, state},
                                   {u"required"_s, secret.required}});
    }
    QJsonArray folders;
    for (const ws::CatalogFolder &folder : setup.folders)
        folders.append(folder.path);
    return inertJson(QJsonDocument(QJsonObject{
        {u"project"_s, setup.project},
        {u"folder"_s, setup.folder},
        {u"services"_s, QJsonArray::fromStringList(setup.services)},
        {u"present"_s, QJsonArray::fromStringList(setup.present)},
        {u"files"_s, files},
        {u"folders"_s, folders},
        {u"ports"_s, ports},
        {u"secrets"_s, secrets},
        {u"warnings"_s, QJsonArray::fromStringList(setup.warnings)},
        {u"questions"_s, questionsJson(setup)},
        {u"command"_s, commandOf(setup)},
    }));
}

} // namespace mediahelm::app
