// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/option_table.h"

#include "app/options/exit_code.h"
#include "core/settings/settings_table.h"

#include <array>

namespace mediahelm::app {

namespace {

using V = Verb;
using O = Option;

constexpr auto serviceText =
    "A SERVICE is a Compose service (jellyfin), a service of one project (media/jellyfin), a container's name, or the "
    "beginning of its id. A name that fits several is an error that lists them, and nothing is done.";

constexpr auto configText =
    "FILE is YAML, or a .env file, where POINTER is /NAME. POINTER is a JSON pointer: /services/jellyfin/ports/0; a "
    "last part of - appends to a list. VALUE is "
    "YAML: 5 is a number, \"5\" a string, [a, b] a list. Comments, quotes, order and line ends of all else stay as "
    "they "
    "are. Give -- before a VALUE that begins with a dash.";

constexpr auto workspaceText =
    "DIR is a workspace: a folder with mediahelm.yaml, or with compose.yaml or docker-compose.yml. Nothing in it is "
    "changed.";

constexpr auto initText =
    "DIR is a folder that is empty or not there yet, or a workspace, which is added to and where nothing else changes. "
    "A port that is taken on this machine, or that two services want, is replaced in local.env. Passwords and keys "
    "that "
    "nobody needs to know are made up and kept in the secret store, never in a file. What has no sensible default is "
    "said at the end, with the command that sets it; nothing is asked. The folders that the services mount are made. "
    "With --list the catalog is shown instead.";

constexpr auto adoptText =
    "Without PROJECT lists the Compose projects of all hosts, with the folder and files that their containers name, "
    "and "
    "the containers that were started by hand. With PROJECT says how it is opened where it lies. With --container "
    "prints a Compose file that makes an equal container of one that was started by hand; values that look like "
    "secrets "
    "are not in it. Neither folder nor container is changed. Where secrets stand in plain text in the workspace it is "
    "said: "
    "secrets import moves them.";

constexpr std::array verbs{
    VerbRow{V::desktop, "", "", 0, 0, Offer::nothing, "Open the desktop window.", ""},
    VerbRow{V::status, "status", "", 0, 0, Offer::nothing, "Show the services of all hosts, or of one.",
            "Lists every container, grouped by Compose project. Measures CPU and memory for up to 4 seconds. Hosts "
            "that cannot be reached are named on the standard error output, and the exit status is 69."},
    VerbRow{
        V::logs, "logs", "SERVICE", 1, 1, Offer::services, "Print a service's log.",
        "Prints what the service wrote to its standard output and error output. On a terminal, escape sequences are "
        "taken out; in a pipe or file the bytes are as the service wrote them. Of a line longer than 64 KiB the rest "
        "is left out, which is said on the standard error output."},
    VerbRow{V::start, "start", "SERVICE...", 1, -1, Offer::services, "Start services.", serviceText},
    VerbRow{V::stop, "stop", "SERVICE...", 1, -1, Offer::services, "Stop services.", serviceText},
    VerbRow{V::restart, "restart", "SERVICE...", 1, -1, Offer::services, "Restart services.", serviceText},
    VerbRow{V::hostsList, "hosts list", "", 0, 0, Offer::nothing, "List the hosts in the settings.", ""},
    VerbRow{V::hostsAdd, "hosts add", "NAME ADDRESS", 2, 2, Offer::nothing, "Add a host to the settings.",
            "ADDRESS is local, ssh://USER@HOST:PORT, unix:///PATH or tcp://HOST:PORT. Nothing is connected to; try the "
            "host with hosts test."},
    VerbRow{V::hostsRemove, "hosts remove", "NAME", 1, 1, Offer::hosts, "Remove a host from the settings.",
            "Nothing changes on the host itself."},
    VerbRow{V::hostsTest, "hosts test", "HOST", 1, 1, Offer::hosts, "Connect to a host and say what is wrong.",
            "HOST is a name from the settings or an address."},
    VerbRow{V::configGet, "config get", "FILE POINTER", 2, 2, Offer::file, "Print one value of a configuration file.",
            configText},
    VerbRow{V::configSet, "config set", "FILE POINTER VALUE", 3, 3, Offer::file,
            "Set one value of a configuration file, and change no other byte.", configText},
    VerbRow{V::configUnset, "config unset", "FILE POINTER", 2, 2, Offer::file,
            "Take one value out of a configuration file, and change no other byte.", configText},
    VerbRow{V::env, "env", "DIR", 1, 1, Offer::folder,
            "Print the variables of a workspace, and where each value comes from.", workspaceText},
    VerbRow{
        V::validate, "validate", "DIR", 1, 1, Offer::folder, "Say what is wrong in the files of a workspace.",
        "DIR is a workspace: a folder with mediahelm.yaml, or with compose.yaml or docker-compose.yml. Nothing in it "
        "is changed. The files are read and checked, against this machine too (ports, folders, devices), and docker "
        "compose has the last word. The exit status is 65 when there are errors."},
    VerbRow{
        V::explain, "explain", "[CODE]", 0, 1, Offer::nothing, "Explain a finding of validate.",
        "CODE is what stands in brackets behind a finding. Prints what it means, why it matters and how to mend it. "
        "Without a CODE all of them are listed."},
    VerbRow{V::init, "init", "[DIR]", 0, 1, Offer::folder,
            "Make a workspace of services from the catalog, or add some to one.", initText},
    VerbRow{V::adopt, "adopt", "[PROJECT]", 0, 1, Offer::nothing,
            "Show which Compose projects run, how to open one in place, or make a service file of a container.",
            adoptText},
    VerbRow{V::plan, "plan", "DIR", 1, 1, Offer::folder, "Show what applying a workspace would do.",
            "For each service: create, recreate (and why), start, remove, or nothing; and the images that are pulled "
            "or built first. It is worked out from what docker compose makes of the files and from the containers as "
            "they are. Nothing is changed."},
    VerbRow{V::apply, "apply", "DIR", 1, 1, Offer::folder, "Apply a workspace, and go back if it does not come up.",
            "Saves the files as a revision, pulls, creates and starts what is needed by docker compose, and waits for "
            "the health of every service that was touched or depends on one. When one does not come up, the last good "
            "revision is put back: its files, and the images that ran before. Where validate finds errors in the files "
            "nothing is done. A terminal is asked before; anywhere "
            "else --yes is needed. The exit status is 1 when something did not come up. What a crash interrupted is "
            "finished first. Control-C puts back what was changed; a second one ends at once."},
    VerbRow{V::rollback, "rollback", "DIR REVISION", 2, 2, Offer::folder, "Put an earlier revision back.",
            "REVISION is the beginning of an id, a tag, or last-good. Its files and the images that ran with it are "
            "put back and applied as apply does. Files that were changed and never saved are kept as a revision of "
            "their own first. A terminal is asked before; anywhere else --yes is needed."},
    VerbRow{V::revisions, "revisions", "DIR", 1, 1, Offer::folder, "List the revisions of a workspace.",
            "The newest first: id, time, kind, how it went, who, why and which services. They are a git repository: "
            "git --git-dir DIR/.mediahelm/revisions.git log --notes=deployments."},
    VerbRow{V::diff, "diff", "DIR REVISION REVISION", 3, 3, Offer::folder, "Show what makes one revision into another.",
            "Each REVISION is the beginning of an id, a tag, last-good, or head. In a pipe or file it is what git "
            "apply takes."},
    VerbRow{V::show, "show", "DIR REVISION", 2, 2, Offer::folder, "Show one revision, and what ran with it.",
            "Its author, time, reason, services and tags, the files that it changed, and each of its deployments with "
            "the images' digests and how it went. REVISION is the beginning of an id, a tag, last-good, or head."},
    VerbRow{V::save, "save", "DIR", 1, 1, Offer::folder, "Keep the files of a workspace as a revision.",
            "A save point: the files as they are now, without applying them. Nothing is saved where nothing was "
            "changed since the newest revision."},
    VerbRow{V::tag, "tag", "DIR REVISION NAME", 3, 3, Offer::folder, "Give a revision a name.",
            "NAME begins with a letter or digit, and holds these, '.', '_' and '-'."},
    VerbRow{V::untag, "untag", "DIR NAME", 2, 2, Offer::folder, "Take a name from a revision, which stays.", ""},
    VerbRow{
        V::secretsList, "secrets list", "", 0, 0, Offer::nothing, "List the secrets of all workspaces, or of one.",
        "Says where secrets are kept, and for each its project, its name, where it is kept and when it was set. Never "
        "a value."},
    VerbRow{
        V::secretsSet, "secrets set", "NAME", 1, 1, Offer::secrets, "Keep a secret of a workspace.",
        "NAME is that of an environment variable, listed under secrets in the workspace's mediahelm.yaml. The value "
        "is read from the standard input, less one newline at its end; a terminal is asked for it, and does not show "
        "it. It is kept in the keychain of the desktop; where there is none, and always by mediahelm-server, in a "
        "sealed file in the state folder. One that is kept already is replaced."},
    VerbRow{V::secretsRemove, "secrets remove", "NAME", 1, 1, Offer::secrets, "Remove a secret of a workspace.",
            "A terminal is asked before; anywhere else --yes is needed. The value cannot be brought back."},
    VerbRow{V::secretsImport, "secrets import", "DIR [NAME...]", 1, -1, Offer::folder,
            "Move secrets that stand in plain text into the secret store.",
            "DIR is a workspace with mediahelm.yaml. Shows which values in its env files and Compose files look like "
            "secrets: their variables and places, never a value. NAME is such a variable; without one all are meant. "
            "With --yes each is put into the secret store first, then listed under secrets in mediahelm.yaml, and then "
            "taken out of its file, where no other byte changes: a line of an env file goes, a value in a Compose file "
            "becomes ${NAME}. The exit status is 1 when some had to stay."},
    VerbRow{
        V::server, "server", "", 0, 0, Offer::nothing, "Run headless: watch the hosts and serve REST and metrics.",
        "Listens on 127.0.0.1:3000 unless told otherwise, and on any other address than loopback only with a token. "
        "SIGHUP reads the settings and the token again; SIGTERM and SIGINT end it cleanly, a second one at once."},
};

constexpr VerbSet perHost =
    bit(V::status) | bit(V::logs) | bit(V::start) | bit(V::stop) | bit(V::restart) | bit(V::adopt);
constexpr VerbSet listing = bit(V::status) | bit(V::hostsList) | bit(V::secretsList) | bit(V::init);
constexpr VerbSet onConfig = bit(V::configGet) | bit(V::configSet) | bit(V::configUnset);
constexpr VerbSet onSecrets = bit(V::secretsList) | bit(V::secretsSet) | bit(V::secretsRemove);
constexpr VerbSet onImport = bit(V::secretsImport);
constexpr VerbSet printing = listing | bit(V::logs) | bit(V::start) | bit(V::stop) | bit(V::restart) | bit(V::hostsTest)
    | onConfig | bit(V::env) | bit(V::validate) | bit(V::adopt) | bit(V::plan) | bit(V::apply) | bit(V::rollback)
    | bit(V::revisions) | bit(V::diff) | bit(V::show) | bit(V::save) | onImport | onSecrets | bit(V::tag)
    | bit(V::untag) | bit(V::explain);
constexpr VerbSet deploying = bit(V::apply) | bit(V::rollback);
constexpr VerbSet onServer = bit(V::server);
constexpr VerbSet onInit = bit(V::init);
constexpr VerbSet onAdopt = bit(V::adopt);

constexpr std::array options{
    OptionRow{O::help, "help", 'h', "", false, everyVerb, Offer::nothing, "", "Show this help."},
    OptionRow{O::version, "version", 0, "", false, everyVerb, Offer::nothing, "", "Show the version."},
    OptionRow{
        O::host, "host", 'H', "HOST", false, perHost, Offer::hosts, "",
        "Only this host: a name from the settings, or an address that is not kept (ssh://USER@HOST, unix:///PATH)."},
    OptionRow{O::json, "json", 0, "", false, printing, Offer::nothing, "", "Print JSON."},
    OptionRow{O::quiet, "quiet", 'q', "", false, everyVerb, Offer::nothing, "", "Say nothing but errors."},
    OptionRow{O::noColor, "no-color", 0, "", false, everyVerb, Offer::nothing, "",
              "No colours; also with NO_COLOR set, TERM=dumb, or without a terminal."},
    OptionRow{O::config, "config", 0, "FILE", false, everyVerb, Offer::file, "",
              "Settings file, instead of the one in the configuration folder."},
    OptionRow{O::server, "server", 0, "", false, bit(V::desktop) | onServer, Offer::nothing, "",
              "The same as the verb server."},
    OptionRow{O::noStats, "no-stats", 0, "", false, bit(V::status), Offer::nothing, "",
              "Do not measure CPU and memory: faster."},
    OptionRow{O::names, "names", 0, "", false, listing, Offer::nothing, "", "Print names alone, one a line."},
    OptionRow{O::follow, "follow", 'f', "", false, bit(V::logs), Offer::nothing, "", "Go on with what is written."},
    OptionRow{O::tail, "tail", 'n', "LINES", false, bit(V::logs), Offer::nothing, "",
              "Only that many lines from the end (all for every line)."},
    OptionRow{O::since, "since", 0, "TIME", false, bit(V::logs), Offer::nothing, "",
              "Only lines since then: 10m, 2h, 3d, or 2026-01-31T18:00:00Z."},
    OptionRow{O::timestamps, "timestamps", 't', "", false, bit(V::logs), Offer::nothing, "",
              "Put each line's time (UTC) before it."},
    OptionRow{O::socket, "socket", 0, "PATH", false, bit(V::hostsAdd), Offer::nothing, "",
              "With ssh://: the engine's socket on that machine, instead of looking for it."},
    OptionRow{O::workspace, "workspace", 'w', "DIR", false, onSecrets | onAdopt, Offer::folder, "",
              "The workspace's folder, instead of the one that this is run in (for secrets list: of all)."},
    OptionRow{O::yes, "yes", 'y', "", false, bit(V::secretsRemove) | onImport | deploying, Offer::nothing, "",
              "Do it without asking."},
    OptionRow{O::offline, "offline", 0, "", false, bit(V::validate), Offer::nothing, "",
              "Look at the files alone: ask neither this machine nor docker."},
    OptionRow{O::noCompose, "no-compose", 0, "", false, bit(V::validate), Offer::nothing, "",
              "Do not ask docker compose: faster."},
    OptionRow{O::message, "message", 'm', "TEXT", false, deploying | bit(V::save), Offer::nothing, "",
              "Why, in the revision."},
    OptionRow{O::noRollback, "no-rollback", 0, "", false, deploying, Offer::nothing, "",
              "When a service does not come up, leave everything as it is then."},
    OptionRow{O::keepOrphans, "keep-orphans", 0, "", false, deploying | bit(V::plan), Offer::nothing, "",
              "Keep containers whose service is in no file any more; otherwise they are removed."},
    OptionRow{O::despiteErrors, "despite-errors", 0, "", false, bit(V::apply), Offer::nothing, "",
              "Go on although validate finds errors, in the files or on this machine."},
    OptionRow{O::sizes, "sizes", 0, "", false, bit(V::plan), Offer::nothing, "",
              "Ask the registries how much of each image there is to fetch."},
    OptionRow{O::log, "log", 0, "", false, bit(V::show), Offer::nothing, "",
              "Print what its latest deployment told instead, where that is kept."},
    OptionRow{O::search, "search", 0, "TEXT", false, bit(V::revisions), Offer::nothing, "",
              "Only those with TEXT in reason, author, services, tags or at the id's beginning."},
    OptionRow{O::service, "service", 0, "NAME", false, bit(V::revisions), Offer::services, "",
              "Only those that concern this service."},
    OptionRow{O::file, "file", 0, "PATH", false, bit(V::revisions) | bit(V::diff), Offer::nothing, "",
              "Only what changed this file, or one in this folder, of the workspace."},
    OptionRow{O::containing, "containing", 0, "TEXT", false, bit(V::revisions), Offer::nothing, "",
              "Only those that brought TEXT into a file or took it out."},
    OptionRow{O::listen, "listen", 0, "HOST:PORT", false, onServer, Offer::nothing, "",
              "Listen there; either part may be left out (:8080, 0.0.0.0, [::1]:3000)."},
    OptionRow{O::tokenFile, "token-file", 0, "FILE", false, onServer, Offer::file, "",
              "File with the token that clients must send; mode 0600."},
    OptionRow{O::allowHost, "allow-host", 0, "NAME", true, onServer, Offer::nothing, "",
              "A name that clients may call this server by, besides localhost and its address."},
    OptionRow{O::allowOrigin, "allow-origin", 0, "ORIGIN", true, onServer, Offer::nothing, "",
              "A web origin that may open the WebSocket (https://NAME), besides the server's own."},
    OptionRow{O::logLevel, "log-level", 0, "LEVEL", false, onServer | bit(V::desktop), Offer::choices,
              "error,warning,info,debug", "How much is logged: error, warning, info or debug."},
    OptionRow{O::checkConfig, "check-config", 0, "", false, onServer, Offer::nothing, "",
              "Check settings, environment and options, and end: 0 when they are good, 78 when not."},
    OptionRow{O::services, "services", 's', "NAMES", true, onInit, Offer::nothing, "",
              "The services, with commas between; of two that want the same port the first one gets it."},
    OptionRow{O::set, "set", 0, "NAME=VALUE", true, onInit, Offer::nothing, "",
              "Set a variable of the workspace, such as DOMAIN=example.org; no secret."},
    OptionRow{O::list, "list", 0, "", false, onInit, Offer::nothing, "", "Show the catalog, by category."},
    OptionRow{O::category, "category", 0, "NAME", false, onInit, Offer::nothing, "", "With --list: this one alone."},
    OptionRow{O::project, "project", 'p', "NAME", false, onInit, Offer::nothing, "",
              "Name of the Compose project, instead of the folder's."},
    OptionRow{O::container, "container", 0, "NAME", false, onAdopt, Offer::services, "",
              "Make a service file of this container, which was started by hand."},
    OptionRow{O::output, "output", 'o', "FILE", false, onAdopt, Offer::file, "",
              "With --container: write the file there, where none is yet, instead of printing it."},
    OptionRow{O::storeSecrets, "store-secrets", 0, "", false, onAdopt, Offer::nothing, "",
              "With --container: keep the values that look like secrets as those of the workspace."},
    OptionRow{
        O::manifest, "manifest", 0, "", false, onAdopt, Offer::nothing, "",
        "With PROJECT: write the mediahelm.yaml with which its folder opens, where its files have names of their own."},
};

constexpr std::array exits{
    ExitRow{ExitCode::ok, "All went well."},
    ExitRow{ExitCode::failed, "The engine could not do it."},
    ExitRow{ExitCode::usage, "The command line is wrong, or a name fits several services; nothing was done."},
    ExitRow{ExitCode::data, "The engine's reply, the input, or a file could not be understood."},
    ExitRow{ExitCode::noInput, "There is no such service, file, value or secret; nothing was done."},
    ExitRow{ExitCode::noHost, "There is no such host; nothing was done."},
    ExitRow{ExitCode::unavailable, "A host, an engine, the display or the server's port is not available."},
    ExitRow{ExitCode::internal, "Mediahelm failed inside."},
    ExitRow{ExitCode::system, "The operating system refused something."},
    ExitRow{ExitCode::cannotCreate, "The name is taken."},
    ExitRow{ExitCode::io, "Reading or writing failed."},
    ExitRow{ExitCode::temporary, "Not now: no answer in time, or the service is busy. Trying again may help."},
    ExitRow{ExitCode::noPermission, "Permission denied."},
    ExitRow{ExitCode::config, "The settings are wrong."},
};

} // namespace

std::span<const VerbRow> verbRows()
{
    return verbs;
}

std::span<const OptionRow> optionRows()
{
    return options;
}

std::span<const ExitRow> exitRows()
{
    return exits;
}

QList<VariableRow> variableRows()
{
    QList<VariableRow> rows;
    for (const settings::SettingRow &row : settings::settingRows()) {
        QString meaning = QString::fromLatin1(row.help);
        if (*row.plainEnvironment)
            meaning +=
                QStringLiteral(" %1 counts too, when this is not set.").arg(QString::fromLatin1(row.plainEnvironment));
        rows.append({QString::fromLatin1(row.environment), meaning});
    }
    rows.append(
        {QStringLiteral("DOCKER_HOST"), QStringLiteral("Where the host local finds its engine, as for docker.")});
    rows.append({QStringLiteral("DOCKER_CONTEXT"), QStringLiteral("Likewise, by the name of a docker context.")});
    rows.append(
        {QStringLiteral("CREDENTIALS_DIRECTORY"),
         QStringLiteral("Where the service manager puts credentials. One named secrets-key, of 32 bytes, is the key of "
                        "the sealed secrets.")});
    rows.append({QStringLiteral("NO_COLOR"), QStringLiteral("When set to anything, no colours are used.")});
    return rows;
}

const VerbRow &verbRow(Verb verb)
{
    return verbs.at(static_cast<std::size_t>(verb));
}

const OptionRow &optionRow(Option option)
{
    return options.at(static_cast<std::size_t>(option));
}

QStringList verbWords(const VerbRow &row)
{
    return QString::fromLatin1(row.words).split(u' ', Qt::SkipEmptyParts);
}

} // namespace mediahelm::app
