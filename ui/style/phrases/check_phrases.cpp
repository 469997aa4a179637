// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/phrases/phrase_tables.h"

#include <QtGlobal>

#include <array>

// What the checks across files and against the host say, and what their fixes do.

namespace mediahelm::ui {

namespace {

constexpr std::array checksRows{
    QT_TRANSLATE_NOOP("Phrases", "%1 containers cannot have one name; take container_name out, or run one"),
    QT_TRANSLATE_NOOP("Phrases", "Take the name out"),
    QT_TRANSLATE_NOOP("Phrases",
                      "the container of %1 has the same name (%2); give one of them another, or let Compose name them"),
    QT_TRANSLATE_NOOP("Phrases", "Let Compose name it"),
    QT_TRANSLATE_NOOP("Phrases",
                      "something is mounted at %1 already (line %2), and only the last one counts; take one of them "
                      "out, or give it another place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is set again in line %2, which counts; take this one out"),
    QT_TRANSLATE_NOOP("Phrases", "Take this one out"),
    QT_TRANSLATE_NOOP("Phrases", "%1 has neither an image nor a build in these files; give it an image"),
    QT_TRANSLATE_NOOP("Phrases",
                      "these services wait for each other and none can start: %1; take one of the dependencies out"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 waits until %2 is healthy, but the health check of %2 is switched off; give it one, or wait "
                      "for service_started"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 waits until %2 is healthy; %2 has no health check in these files, so its image must bring "
                      "one, or %1 never starts"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "%1 waits until %2 has completed, but %2 is restarted each time that it ends; give it restart: on-failure"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 is the container of the service %2 of this project, but Compose does not know that %3 needs "
                      "it; write service:%2"),
    QT_TRANSLATE_NOOP("Phrases", "Write service:%1"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 and %2 lie on different file systems, so %3 has to copy what it could link; put both on one"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 and %2 lie on different file systems, so %3 has to copy what it could link; put both on one, "
                      "and mount what is above them"),
    QT_TRANSLATE_NOOP(
        "Phrases", "%1 and %2 are two mounts, so %3 has to copy what it could link; mount the one folder above them"),
    QT_TRANSLATE_NOOP("Phrases",
                      "nothing is mounted at %1, where /etc/fstab wants a disk, so %2 would work on the empty folder "
                      "below it; mount it first"),
    QT_TRANSLATE_NOOP("Phrases",
                      "there is no %1 on the host; Docker would make it an empty folder that belongs to root, so make "
                      "it yourself first"),
    QT_TRANSLATE_NOOP(
        "Phrases", "there is no %1 on the host, and the engine refuses to start without it; make it, or mend the path"),
    QT_TRANSLATE_NOOP("Phrases", "the file system of %1 is mounted read-only; mount it for writing, or add :ro here"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "%1 runs as %2, which may not write to %3 (it belongs to %4:%5, mode %6); change its owner, or PUID and PGID"),
    QT_TRANSLATE_NOOP("Phrases", "user %1 and group %2"),
    QT_TRANSLATE_NOOP("Phrases", "user %1"),
    QT_TRANSLATE_NOOP(
        "Phrases", "this host has no %1, and the engine refuses to start without it; take it out, or load its driver"),
    QT_TRANSLATE_NOOP("Phrases", "there is no %1, which is the %2; make it, or mend the path"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "a container that no Compose project made is called %1 already; remove or rename that one, or give "
        "this one another name"),
    QT_TRANSLATE_NOOP("Phrases",
                      "a container of the project %2 is called %1 already; give this one another name, or let Compose "
                      "name it"),
    QT_TRANSLATE_NOOP("Phrases", "port %1/%2 of the host is taken by %3; stop that, or publish another port"),
    QT_TRANSLATE_NOOP("Phrases", "another program"),
    QT_TRANSLATE_NOOP("Phrases", "the container %1 of the project %2"),
    QT_TRANSLATE_NOOP("Phrases", "the container %1"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived since %2: %3; nothing takes its place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived since %2: %3; move to %4"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived since %2: %3; move to %4 or %5"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived: %2; nothing takes its place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived: %2; move to %3"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is archived: %2; move to %3 or %4"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged since %2: %3; nothing takes its place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged since %2: %3; move to %4"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged since %2: %3; move to %4 or %5"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged: %2; nothing takes its place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged: %2; move to %3"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is merged: %2; move to %3 or %4"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired since %2: %3; nothing takes its place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired since %2: %3; move to %4"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired since %2: %3; move to %4 or %5"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired: %2; nothing takes its place"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired: %2; move to %3"),
    QT_TRANSLATE_NOOP("Phrases", "%1 is retired: %2; move to %3 or %4"),
    QT_TRANSLATE_NOOP("Phrases", "it went on inside Seerr and gets no further releases"),
    QT_TRANSLATE_NOOP("Phrases", "its source of metadata has become unusable, and the image is no longer built"),
    QT_TRANSLATE_NOOP("Phrases",
                      "it is no longer maintained, and current engines may refuse the old interface that it speaks"),
    QT_TRANSLATE_NOOP("Phrases", "it gets no further fixes, not even for security"),
    QT_TRANSLATE_NOOP("Phrases", "the fork %1"),
    QT_TRANSLATE_NOOP("Phrases",
                      "this is no name of an image; write it as lscr.io/linuxserver/sonarr:4.0.9, in lower case"),
    QT_TRANSLATE_NOOP("Phrases",
                      "no tag is given, which means latest: what runs changes with each pull; name a version"),
    QT_TRANSLATE_NOOP("Phrases", "the tag %1 moves: what runs changes with each pull; name a version"),
    QT_TRANSLATE_NOOP("Phrases", "port %1/%2 of the host is published twice; give one of them another port"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "port %1/%2 of the host is published twice; give one of them another port, %3 is free in these files"),
    QT_TRANSLATE_NOOP("Phrases",
                      "port %1/%2 of the host is published by %3 too (%4:%5); give one of them another port"),
    QT_TRANSLATE_NOOP("Phrases",
                      "port %1/%2 of the host is published by %3 too (%4:%5); give one of them another port, %6 is "
                      "free in these files"),
    QT_TRANSLATE_NOOP("Phrases", "Publish it on %1"),
    QT_TRANSLATE_NOOP("Phrases",
                      "a range of %1 ports of the host cannot stand for %2 of the container; make both equally long"),
    QT_TRANSLATE_NOOP("Phrases", "%1 containers of %2 cannot share port %3 of the host; give a range, or run one"),
    QT_TRANSLATE_NOOP("Phrases", "the engine refuses ports together with network_mode %1; publish them at %2"),
    QT_TRANSLATE_NOOP("Phrases", "with network_mode %1 no port is published; take the ports out"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "%1 cannot be set together with network_mode %2, since the network is another container's; set it there"),
    QT_TRANSLATE_NOOP("Phrases", "Take the ports out"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 is privileged, and so can do all that root can do on the host; give it the one capability or "
                      "device that it needs"),
    QT_TRANSLATE_NOOP(
        "Phrases", "%1 has one of the engine's guards switched off; take it out unless the image's makers ask for it"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 uses the network of the host itself: all its ports are open there, and nothing keeps it "
                      "apart; publish the ports that it needs, unless it has to see the network as it is"),
    QT_TRANSLATE_NOOP(
        "Phrases", "with %1: host, %2 sees into the host's own processes; take it out unless it has to measure them"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 gets the engine's socket: whoever takes it over rules the host, also when it is mounted "
                      "read-only; put a proxy that filters in between, or take it out"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "%1 may write to %2 of the host, and so change the system itself; add :ro, or mount the folder that it needs"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 gets the capability NET_ADMIN, and may change its network as it likes; only VPN clients and "
                      "firewalls need that"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 gets the capability %2, which is nearly as good as root on the host; take it out unless the "
                      "image's makers ask for it"),
    QT_TRANSLATE_NOOP(
        "Phrases", "%1 gets the disk or memory %2 itself, past all permissions of files; mount a folder of it instead"),
    QT_TRANSLATE_NOOP("Phrases", "%1 gets the device %2 of the host"),
    QT_TRANSLATE_NOOP("Phrases", "no %1 %2 is declared; did you mean %3?"),
    QT_TRANSLATE_NOOP("Phrases", "no %1 %2 is declared; declare it under networks"),
    QT_TRANSLATE_NOOP(
        "Phrases",
        "no %1 %2 is declared; declare it under volumes, or write ./%2 where a folder beside the file is meant"),
    QT_TRANSLATE_NOOP("Phrases", "no %1 %2 is declared; declare it under configs with its file"),
    QT_TRANSLATE_NOOP("Phrases", "no %1 %2 is declared; declare it under secrets with its file"),
    QT_TRANSLATE_NOOP("Phrases", "Name it %1"),
    QT_TRANSLATE_NOOP("Phrases", "Declare the %1 %2"),
    QT_TRANSLATE_NOOP("Phrases",
                      "extends names the service %1, which this file does not have; give the file that has it"),
    QT_TRANSLATE_NOOP("Phrases", "extends names the service %1, which this file does not have; did you mean %2?"),
    QT_TRANSLATE_NOOP("Phrases", "extends names the service %1, which %2 does not have; give the file that has it"),
    QT_TRANSLATE_NOOP("Phrases", "extends names the service %1, which %2 does not have; did you mean %3?"),
    QT_TRANSLATE_NOOP("Phrases", "%1 names the service %2, which there is not; add it, or take this out"),
    QT_TRANSLATE_NOOP("Phrases", "%1 names the service %2, which there is not; did you mean %3?"),
    QT_TRANSLATE_NOOP("Phrases", "no service uses the %1 %2; take it out, or name it in a service"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 stands here for everyone who can read the file; write ${%2}, and keep the value as a secret"),
    QT_TRANSLATE_NOOP(
        "Phrases", "the address in %1 has a password in it; write ${...} in its place, and keep the value as a secret"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 stands here for everyone who can read the file; keep it where only you can read it"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 stands here for everyone who can read the file; it is listed as a secret: keep it with "
                      "mediahelm secrets set %1, and take it out here"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 stands here for everyone who can read the file; list %1 under secrets in mediahelm.yaml, and "
                      "keep it with mediahelm secrets set %1"),
    QT_TRANSLATE_NOOP("Phrases", "docker compose refuses this: %1"),
    QT_TRANSLATE_NOOP("Phrases", "docker compose warns: %1"),
    QT_TRANSLATE_NOOP("Phrases",
                      "%1 stands under %2 here and, otherwise, in %3, which is included; give one of them another "
                      "name, or change it in a file that is named beside that one under path"),
    QT_TRANSLATE_NOOP("Phrases", "services extend each other in a circle: %1; take one extends out"),
    QT_TRANSLATE_NOOP("Phrases", "folder that it is built in"),
};

} // namespace

std::span<const char *const> PhraseTables::checks()
{
    return checksRows;
}

} // namespace mediahelm::ui
