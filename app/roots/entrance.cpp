// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/entrance.h"

#include "app/cli/terminal.h"
#include "app/options/exit_code.h"
#include "app/options/help_text.h"
#include "app/roots/command_root.h"
#include "app/roots/headless_root.h"
#include "app/roots/secrets_command.h"
#include "app/run/process.h"

namespace mediahelm::app {

namespace {

int complain(const UsageError &error, const QString &program, Verb standing)
{
    QString words = error.message;
    if (!error.suggestion.isEmpty())
        words += QStringLiteral("; did you mean %1?").arg(error.suggestion);
    const QString verb = error.verb == standing ? QString() : QString::fromLatin1(verbRow(error.verb).words);
    words += QStringLiteral("\nsee '%1 --help'").arg(verb.isEmpty() ? program : program + u' ' + verb);
    Terminal({}).complain(words);
    return ExitCode::usage;
}

int printed(const QString &text)
{
    Terminal terminal({});
    return terminal.print(text) ? ExitCode::ok : terminal.exitCode();
}

} // namespace

int enter(int argc, char **argv, DesktopRoot desktop, SecretKeepingMaker secrets)
{
    const Verb standing = desktop ? Verb::desktop : Verb::server;
    const QString program = desktop ? QStringLiteral("mediahelm") : QStringLiteral("mediahelm-server");
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = parseCommandLine(words, standing);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return complain(*error, program, standing);

    const CommandLine &line = std::get<CommandLine>(parsed);
    if (line.has(Option::help))
        return printed(helpText(program, line.verb, standing));
    if (line.has(Option::version))
        return printed(versionText());
    if (line.verb == Verb::desktop)
        return desktop(argc, argv, line);
    if (desktop && !needsSecrets(line.verb)) // which has no keychain
        becomeServerProgram(argv);
    prepareProcess(line.verb == Verb::server ? ProcessKind::stays : ProcessKind::ends);
    return line.verb == Verb::server ? runHeadless(argc, argv, line) : runCommand(argc, argv, line, secrets);
}

} // namespace mediahelm::app
