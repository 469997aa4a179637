// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/phrases/phrase_tables.h"

#include <QtGlobal>

#include <array>

// What the catalog, a new workspace, and what runs already give to consider.

namespace mediahelm::ui {

namespace {

constexpr std::array setupRows{
    QT_TRANSLATE_NOOP("Phrases", "%1 brings a service %2, and %3 has one of that name already"),
    QT_TRANSLATE_NOOP("Phrases", "%1 does not go through %2 yet; the comment in %3 tells how"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 is there already, and is not the catalog's; rename it, or list it in mediahelm.yaml"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is there already and was left as it is"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 is a plain Compose project without mediahelm.yaml; make a new workspace in another folder"),
    QT_TRANSLATE_NOOP("Phrases", "%1=%2, as you set it, is taken by %3; one of them will not start"),
    QT_TRANSLATE_NOOP("Phrases", "port %1 is taken by %2, so %3=%4"),
    QT_TRANSLATE_NOOP("Phrases", "port %1 is taken by %2, so %3=%4; clients expect %1 and do not look elsewhere"),
    QT_TRANSLATE_NOOP("Phrases", "a program on this machine"),
    QT_TRANSLATE_NOOP("Phrases", "container %1"),
    QT_TRANSLATE_NOOP("Phrases", "the catalog has no service \"%1\""),
    QT_TRANSLATE_NOOP("Phrases", "the catalog has no service \"%1\"; did you mean %2?"),
    QT_TRANSLATE_NOOP("Phrases", "no service was named"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired: %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired: %2 Use %3."),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged: %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged: %2 Use %3."),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived: %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived: %2 Use %3."),
    QT_TRANSLATE_NOOP("Phrases", "%1 does nothing without %2"),
    QT_TRANSLATE_NOOP("Phrases", "%1 does nothing without %2 or %3"),
    QT_TRANSLATE_NOOP("Phrases", "%1 shows your own address to others; add %2 to put it behind a VPN"),
    QT_TRANSLATE_NOOP("Phrases", "the services ask for %1 processor cores together, and this machine has %2"),
    QT_TRANSLATE_NOOP("Phrases", "this machine has %1 processor cores; a media server wants %2"),
    QT_TRANSLATE_NOOP("Phrases", "the services ask for %1 of memory together, and this machine has %2"),
    QT_TRANSLATE_NOOP("Phrases", "this machine has %1 of memory; a media server wants %2"),
    QT_TRANSLATE_NOOP("Phrases", "the services ask for %1 of disk together beside the media, and %2 are free there"),
    QT_TRANSLATE_NOOP("Phrases", "%1 of disk are free there; a media server wants %2 beside the media"),
    QT_TRANSLATE_NOOP("Phrases", "%1 has just been changed by somebody else; nothing was done"),
    QT_TRANSLATE_NOOP("Phrases", "%1; make it, and give it to %2:%3"),
    QT_TRANSLATE_NOOP("Phrases", "%1 has to belong to %2:%3: sudo chown %2:%3 %1"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is no folder"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "%1 is a secret, and what is typed here can be seen by others; set it afterwards: mediahelm secrets set %1"),
    QT_TRANSLATE_NOOP("Phrases", "none of these services has a variable %1"),
    QT_TRANSLATE_NOOP("Phrases", "none of these services has a variable %1; did you mean %2?"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is a port: a number from 1 to 65535, not \"%2\""),
    QT_TRANSLATE_NOOP("Phrases", "%1 is a whole number, not \"%2\""),
    QT_TRANSLATE_NOOP("Phrases", "%1 is true or false, not \"%2\""),
    QT_TRANSLATE_NOOP("Phrases", "%1 is an absolute path, not \"%2\""),
    QT_TRANSLATE_NOOP("Phrases", "%1 is one of %2, not \"%3\""),
    QT_TRANSLATE_NOOP("Phrases", "%1 cannot hold this value in a .env file, not \"%2\""),
    QT_TRANSLATE_NOOP("Phrases", "%1 of the catalog cannot be put behind a VPN"),
    QT_TRANSLATE_NOOP("Phrases", "%1 lives in the network of %2: others reach it under the name %2"),
    QT_TRANSLATE_NOOP("Phrases", "a workspace is just being made"),
    QT_TRANSLATE_NOOP("Phrases", "the plan is an older one"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace was not made"),
    QT_TRANSLATE_NOOP("Phrases", "%1 and %2 more"),
    QT_TRANSLATE_NOOP("Phrases", "no engine answered here, so ports of containers that do not run are not known"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "a project %1 runs already, from %2; Compose takes both for one: choose another name with --project"),
    QT_TRANSLATE_NOOP("Phrases", "\"%1\" is no name of a project: %2"),
    QT_TRANSLATE_NOOP("Phrases", "the workspace in %1 is the project %2 already"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is not empty: there is %2; nothing was done"),
    QT_TRANSLATE_NOOP("Phrases",
                      "opening the folder takes it for the project %1; a line name: %2 in its file says which it is"),
    QT_TRANSLATE_NOOP("Phrases", "opening the folder takes other files: %1"),
    QT_TRANSLATE_NOOP("Phrases", "opening the folder takes other env files: %1"),
    QT_TRANSLATE_NOOP("Phrases", "it was made from a file on the standard input, which is gone"),
    QT_TRANSLATE_NOOP("Phrases", "its containers do not say which files they were made of"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is missing"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is unreadable"),
    QT_TRANSLATE_NOOP("Phrases", "its containers were started with different files; these are the newest one's"),
    QT_TRANSLATE_NOOP("Phrases", "another value of %1 is kept already; nothing was changed"),
    QT_TRANSLATE_NOOP("Phrases",
                      "the image that it was made from is gone, so that all of its settings are written out"),
    QT_TRANSLATE_NOOP("Phrases", "%1 names another image by now than the one that the container was made from"),
    QT_TRANSLATE_NOOP("Phrases", "the engine does not say how the container was made"),
    QT_TRANSLATE_NOOP("Phrases", "%1 belongs to the Compose project %2 already; adopt that one"),
    QT_TRANSLATE_NOOP("Phrases", "its seccomp profile is left out: save it as a file, and name that"),
    QT_TRANSLATE_NOOP("Phrases", "it is removed when it ends (--rm), which Compose cannot say"),
    QT_TRANSLATE_NOOP("Phrases", "an argument of the command looks like a secret, and stands in the file"),
    QT_TRANSLATE_NOOP("Phrases", "a mount of the kind %1 at %2 is left out"),
    QT_TRANSLATE_NOOP("Phrases", "the volume without a name at %1 may be another container's, and is left out"),
    QT_TRANSLATE_NOOP("Phrases",
                      "the volumes of another container are mounted read-only, and Compose mounts them to be written"),
    QT_TRANSLATE_NOOP("Phrases", "links to other containers cannot be made again; put them into one network"),
    QT_TRANSLATE_NOOP("Phrases",
                      "it is in the engine's own network bridge and in others; Compose can only do the first"),
    QT_TRANSLATE_NOOP("Phrases", "all ports are published, which Compose cannot say; those of today are listed"),
    QT_TRANSLATE_NOOP("Phrases", "a workspace is just being made of another one"),
    QT_TRANSLATE_NOOP("Phrases", "no container was imported"),
    QT_TRANSLATE_NOOP("Phrases", "a manifest does not help %1"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is no whole path of a folder"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is not empty; nothing was done"),
};

} // namespace

std::span<const char *const> PhraseTables::setup()
{
    return setupRows;
}

} // namespace mediahelm::ui
