// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/phrases/phrase_tables.h"

#include <QtGlobal>

#include <array>

// What deployments say: summaries, reasons of failures, states of services, and the lines of the program in their logs.

namespace mediahelm::ui {

namespace {

constexpr std::array deploymentsRows{
    QT_TRANSLATE_NOOP("Phrases", "there is nothing to do"),
    QT_TRANSLATE_NOOP("Phrases", "there is nothing to do, but %1"),
    QT_TRANSLATE_NOOP("Phrases", "everything is up"),
    QT_TRANSLATE_NOOP("Phrases", "nothing was interrupted"),
    QT_TRANSLATE_NOOP("Phrases", "it was cancelled"),
    QT_TRANSLATE_NOOP("Phrases", "it failed"),
    QT_TRANSLATE_NOOP("Phrases", "%1; nothing was changed"),
    QT_TRANSLATE_NOOP("Phrases", "%1; there is no good revision to go back to"),
    QT_TRANSLATE_NOOP("Phrases", "%1; it is left as it is, as was asked for"),
    QT_TRANSLATE_NOOP("Phrases", "%1; put back to %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1; put back to %2, and everything is up"),
    QT_TRANSLATE_NOOP("Phrases", "%1; going back to %2 failed too: %3"),
    QT_TRANSLATE_NOOP("Phrases", "Put back to %1: %2"),
    QT_TRANSLATE_NOOP("Phrases", "Roll back to %1"),
    QT_TRANSLATE_NOOP("Phrases", "Apply"),
    QT_TRANSLATE_NOOP("Phrases", "Changes found before rolling back"),
    QT_TRANSLATE_NOOP("Phrases", "Changes found on the disk"),
    QT_TRANSLATE_NOOP("Phrases", "Finish what was interrupted"),
    QT_TRANSLATE_NOOP("Phrases", "what was begun is being put back, and that is not cancelled"),
    QT_TRANSLATE_NOOP("Phrases", "%1, and %2 more"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is restarted, since its files are others: %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 stays as it is: others write it, or it is not kept any more"),
    QT_TRANSLATE_NOOP("Phrases", "an earlier deployment was interrupted, and has to be finished first"),
    QT_TRANSLATE_NOOP("Phrases", "a deployment of this workspace is under way"),
    QT_TRANSLATE_NOOP("Phrases", "the image %1 that %2 ran before is gone"),
    QT_TRANSLATE_NOOP("Phrases", "the image %1 is not here, and its pull_policy forbids to get it"),
    QT_TRANSLATE_NOOP("Phrases", "services need each other in a circle: %1"),
    QT_TRANSLATE_NOOP("Phrases", "service %1 asks for %2 containers, which cannot all be named %3"),
    QT_TRANSLATE_NOOP("Phrases", "the revision's files cannot be put into a temporary folder"),
    QT_TRANSLATE_NOOP("Phrases", "there is no room for a temporary folder"),
    QT_TRANSLATE_NOOP("Phrases", "Compose refused: %1"),
    QT_TRANSLATE_NOOP("Phrases", "Compose failed with exit code %1"),
    QT_TRANSLATE_NOOP("Phrases", "Compose was cancelled"),
    QT_TRANSLATE_NOOP("Phrases", "Compose of this machine does not work for an engine behind SSH"),
    QT_TRANSLATE_NOOP("Phrases", "a secret cannot be handed over: its name is no variable's, or its value is no text"),
    QT_TRANSLATE_NOOP("Phrases",
                      "Docker has no 'compose' command on this machine; install Compose V2 (package "
                      "docker-compose-plugin of Docker, docker-compose-v2 of Ubuntu, docker-compose of Debian 13)"),
    QT_TRANSLATE_NOOP("Phrases", "'docker compose version' failed with exit code %1"),
    QT_TRANSLATE_NOOP("Phrases", "'docker compose version' tells no version"),
    QT_TRANSLATE_NOOP("Phrases", "'docker compose config' printed no JSON: %1 at byte %2"),
    QT_TRANSLATE_NOOP("Phrases", "'docker compose config' printed JSON of no project"),
    QT_TRANSLATE_NOOP("Phrases", "'docker compose config --hash' printed something else"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1; install Docker's command line (package docker-cli or docker-ce-cli) and Compose V2, and see "
                      "that PATH leads to it"),
    QT_TRANSLATE_NOOP("Phrases",
                      "Compose %1 is installed, which is version 1 and no longer kept; install Compose %2 or later "
                      "(package docker-compose-plugin of Docker, or docker-compose-v2 of Ubuntu)"),
    QT_TRANSLATE_NOOP("Phrases",
                      "Compose %1 is installed, which is too old; install Compose %2 or later (package "
                      "docker-compose-plugin of Docker, or docker-compose-v2 of Ubuntu)"),
    QT_TRANSLATE_NOOP("Phrases", "%1 did not finish within %2 s"),
    QT_TRANSLATE_NOOP("Phrases", "%1 was cancelled"),
    QT_TRANSLATE_NOOP("Phrases", "%1 printed more than %2 MiB"),
    QT_TRANSLATE_NOOP("Phrases", "%1 was ended by a signal"),
    QT_TRANSLATE_NOOP("Phrases", "the folder %1 is not there"),
    QT_TRANSLATE_NOOP("Phrases", "the command %1 could not be started"),
    QT_TRANSLATE_NOOP("Phrases",
                      "a project's name is lower-case letters, digits, '-' and '_', and starts with a letter or digit"),
    QT_TRANSLATE_NOOP("Phrases", "a project has at least one Compose file"),
    QT_TRANSLATE_NOOP("Phrases", "a project has at most %1 files"),
    QT_TRANSLATE_NOOP("Phrases", "a project's folder is named by its absolute path"),
    QT_TRANSLATE_NOOP("Phrases", "a file's path does not begin with '-' and holds no control character"),
    QT_TRANSLATE_NOOP("Phrases", "a profile's name is letters, digits, '.', '_' and '-'"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace %1 is held by another process"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace %1 is held by %2 (process %3), which is %4 since %5"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace %1 is held by %2 (process %3), which is deploying since %4"),
    QT_TRANSLATE_NOOP("Phrases", "the Mediahelm window"),
    QT_TRANSLATE_NOOP("Phrases", "saving a revision"),
    QT_TRANSLATE_NOOP("Phrases", "noting a deployment"),
    QT_TRANSLATE_NOOP("Phrases", "adding a tag"),
    QT_TRANSLATE_NOOP("Phrases", "removing a tag"),
    QT_TRANSLATE_NOOP("Phrases", "restoring files"),
    QT_TRANSLATE_NOOP("Phrases", "keeping the log of a deployment"),
    QT_TRANSLATE_NOOP("Phrases", "finishing an interrupted restore"),
    QT_TRANSLATE_NOOP("Phrases", "setting a damaged journal aside"),
    QT_TRANSLATE_NOOP("Phrases", "beginning a new revision store"),
    QT_TRANSLATE_NOOP("Phrases", "%1: git is at work in the store"),
    QT_TRANSLATE_NOOP("Phrases", "%1: the revision store is damaged"),
    QT_TRANSLATE_NOOP("Phrases", "the revision store is damaged"),
    QT_TRANSLATE_NOOP("Phrases", "the revision store is not damaged"),
    QT_TRANSLATE_NOOP("Phrases", "the journal %1 is not damaged"),
    QT_TRANSLATE_NOOP("Phrases", "no restore was interrupted"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace is not held"),
    QT_TRANSLATE_NOOP("Phrases", "cannot set aside %1: %2"),
    QT_TRANSLATE_NOOP("Phrases", "the revision store %1 is damaged"),
    QT_TRANSLATE_NOOP("Phrases", "the revision store %1 has a format that this program does not know"),
    QT_TRANSLATE_NOOP("Phrases", "another program has changed the revision store meanwhile"),
    QT_TRANSLATE_NOOP("Phrases", "a newer revision was saved meanwhile"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace has no revisions yet"),
    QT_TRANSLATE_NOOP("Phrases", "there is no revision %1"),
    QT_TRANSLATE_NOOP("Phrases", "more than one revision begins with %1"),
    QT_TRANSLATE_NOOP("Phrases", "the revision has no file %1"),
    QT_TRANSLATE_NOOP("Phrases", "the log of this deployment is not kept"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is a link; no log is kept there"),
    QT_TRANSLATE_NOOP("Phrases", "%1 holds a secret in plain text; nothing is saved"),
    QT_TRANSLATE_NOOP("Phrases", "the message"),
    QT_TRANSLATE_NOOP("Phrases", "the author's name"),
    QT_TRANSLATE_NOOP("Phrases", "%1, line %2,"),
    QT_TRANSLATE_NOOP("Phrases", "there is no file to save"),
    QT_TRANSLATE_NOOP("Phrases", "there is a tag %1 already"),
    QT_TRANSLATE_NOOP("Phrases", "there is no tag %1"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "a tag's name is 1 to 63 letters, digits, '_', '.' or '-', starts with a letter or digit, and is not 'head'"),
    QT_TRANSLATE_NOOP("Phrases", "a revision needs a message"),
    QT_TRANSLATE_NOOP("Phrases", "a revision's message is at most 65536 characters, without control characters"),
    QT_TRANSLATE_NOOP("Phrases", "a revision needs the name of who made it"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "the name and email of who made it are at most 256 characters, without '<', '>' and control characters"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace has too many files"),
    QT_TRANSLATE_NOOP("Phrases", "%1 has too many bytes"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace's files have too many bytes together"),
    QT_TRANSLATE_NOOP("Phrases", "%1: the limit is %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 and %2 cannot both be files"),
    QT_TRANSLATE_NOOP("Phrases", "%1 was written by a newer version"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is damaged: %2; remove it to go on without finishing that deployment"),
    QT_TRANSLATE_NOOP("Phrases", "the journal %1 is damaged"),
    QT_TRANSLATE_NOOP("Phrases", "%1 of the workspace's files are not as expected; nothing was changed"),
    QT_TRANSLATE_NOOP("Phrases", "%1 was changed"),
    QT_TRANSLATE_NOOP("Phrases", "%1 was removed"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is in the way, and not of the workspace's history"),
    QT_TRANSLATE_NOOP("Phrases", "%1 would lie outside the workspace"),
    QT_TRANSLATE_NOOP("Phrases", "%1; and the files cannot be put back now: %2"),
    QT_TRANSLATE_NOOP("Phrases", "cannot look at %1: %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is no plain file"),
    QT_TRANSLATE_NOOP("Phrases", "too much is asked of the revision store at once"),
    QT_TRANSLATE_NOOP("Phrases", "cannot lock %1: %2"),
    QT_TRANSLATE_NOOP("Phrases", "everything is up, but %1"),
    QT_TRANSLATE_NOOP("Phrases", "%1; put back to %2, and everything is up, but %3"),
    QT_TRANSLATE_NOOP("Phrases", "%1; what was changed is kept as revision %2"),
    QT_TRANSLATE_NOOP("Phrases", "last-good is the program's own: it marks what a failed deployment goes back to"),
    QT_TRANSLATE_NOOP("Phrases", "'docker compose' of an earlier deployment does not end (session %1)"),
    QT_TRANSLATE_NOOP("Phrases", "too many files are open"),
};

constexpr std::array predicatesRows{
    QT_TRANSLATE_NOOP("Phrases", "is unhealthy: its health check failed %1 times"),
    QT_TRANSLATE_NOOP("Phrases", "is unhealthy"),
    QT_TRANSLATE_NOOP("Phrases", "is starting: its health check failed %1 of %2 times"),
    QT_TRANSLATE_NOOP("Phrases", "is starting: its health check has not decided"),
    QT_TRANSLATE_NOOP("Phrases", "is running, for less than %1"),
    QT_TRANSLATE_NOOP("Phrases", "is restarting"),
    QT_TRANSLATE_NOOP("Phrases", "is paused"),
    QT_TRANSLATE_NOOP("Phrases", "is created and not started"),
    QT_TRANSLATE_NOOP("Phrases", "is being removed"),
    QT_TRANSLATE_NOOP("Phrases", "could not be started: %1"),
    QT_TRANSLATE_NOOP("Phrases", "was not up after %1"),
    QT_TRANSLATE_NOOP("Phrases", "was killed for want of memory"),
    QT_TRANSLATE_NOOP("Phrases", "ends again and again: %1 restarts, the last time with exit code %2"),
    QT_TRANSLATE_NOOP("Phrases", "exited with %1 and is restarted"),
    QT_TRANSLATE_NOOP("Phrases", "exited with %1"),
    QT_TRANSLATE_NOOP("Phrases", "has no container"),
    QT_TRANSLATE_NOOP("Phrases", "lacks a container"),
};

} // namespace

std::span<const char *const> PhraseTables::deployments()
{
    return deploymentsRows;
}

std::span<const char *const> PhraseTables::predicates()
{
    return predicatesRows;
}

} // namespace mediahelm::ui
