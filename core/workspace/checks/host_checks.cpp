// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/host_checks.h"

#include "core/workspace/checks/checks.h"
#include "core/workspace/checks/hardlink_checks.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

constexpr qsizetype mostPaths = 2000;

QString hostPathOf(const ModelText &device)
{
    return device.text.section(u':', 0, 0);
}

bool isDevicePath(const ModelText &device)
{
    return device.known && device.text.startsWith(u'/'); // else the name of one that the engine's drivers know
}

// Whom the service writes as: of `user`, or of PUID and PGID.
struct Writer {
    std::optional<quint32> user;
    std::optional<quint32> group;
};

std::optional<quint32> number(const QString &text)
{
    bool good = false;
    const quint32 value = text.toUInt(&good);
    return good ? std::optional(value) : std::nullopt;
}

Writer writerOf(const ModelService &service)
{
    Writer writer;
    if (const ModelText *user = service.setting(u"user"_s)) {
        writer.user = number(user->text.section(u':', 0, 0));
        writer.group = number(user->text.section(u':', 1, 1));
        return writer;
    }
    for (const ModelVariable &variable : service.environment) {
        if (!variable.value || !variable.value->known)
            continue;
        if (variable.name == u"PUID")
            writer.user = number(variable.value->text);
        else if (variable.name == u"PGID")
            writer.group = number(variable.value->text);
    }
    return writer;
}

bool mayWrite(const PathFacts &facts, const Writer &writer)
{
    if (!writer.user || *writer.user == 0 || facts.hasAccessList)
        return true;
    const quint32 needed = facts.kind == PathFacts::Kind::folder ? 3 : 2; // a folder has to be entered too
    const quint32 shift = facts.user == *writer.user ? 6 : writer.group && facts.group == *writer.group ? 3 : 0;
    return ((facts.mode >> shift) & needed) == needed;
}

class HostChecker
{
public:
    HostChecker(const ComposeModel &model, const HostFacts &facts, CheckReport &report)
        : m_model(model)
        , m_facts(facts)
        , m_report(report)
    {
    }

    void run()
    {
        for (const ModelService &service : m_model.services) {
            // What a profile keeps from being started harms nobody.
            m_grave = service.lists.value(u"profiles"_s).isEmpty() ? Severity::error : Severity::warning;
            for (const ModelMount &mount : service.mounts)
                checkMount(service, mount);
            const QList<ModelText> devices = service.lists.value(u"devices"_s);
            for (const ModelText &device : devices)
                checkDevice(device);
            const QList<ModelText> files = service.lists.value(u"env_file"_s);
            for (const ModelText &file : files)
                checkFile(file, u"env file"_s);
            if (service.buildContext)
                checkFile(*service.buildContext, u"folder that it is built in"_s);
            if (m_facts.listeners)
                checkPorts(service);
            checkName(service);
        }
        m_grave = Severity::error;
        for (const QString &section : {u"configs"_s, u"secrets"_s}) {
            const auto declared = m_model.sections.value(section);
            for (const ModelDeclaration &declaration : declared) {
                if (declaration.path)
                    checkFile(*declaration.path, section.chopped(1));
            }
        }
        checkHardlinks(m_model, m_facts, m_report);
    }

private:
    const PathFacts *factsOf(const QString &path) const
    {
        const auto found = m_facts.paths.constFind(path);
        return found == m_facts.paths.constEnd() || found->kind == PathFacts::Kind::unknown ? nullptr : &*found;
    }

    void checkMount(const ModelService &service, const ModelMount &mount)
    {
        const PathFacts *facts = mount.kind == ModelMount::Kind::bind && mount.known ? factsOf(mount.from) : nullptr;
        if (!facts)
            return;
        const QString path = shownName(mount.from);
        if (!facts->unmounted.isEmpty()) {
            m_report.add(
                m_grave, u"bind-unmounted"_s, mount.source,
                u"nothing is mounted at %1, where /etc/fstab wants a disk, so %2 would work on the empty folder "
                "below it; mount it first"_s.arg(shownName(facts->unmounted), shownName(service.name)));
        } else if (facts->kind == PathFacts::Kind::missing) {
            m_report.add(
                mount.makesFolder ? Severity::warning : m_grave, u"bind-missing"_s, mount.source,
                mount.makesFolder
                    ? u"there is no %1 on the host; Docker would make it an empty folder that belongs to root, "
                      "so make it yourself first"_s.arg(path)
                    : u"there is no %1 on the host, and the engine refuses to start without it; make it, or "
                      "mend the path"_s.arg(path));
        } else if (!mount.readOnly && facts->readOnly) {
            m_report.add(
                Severity::warning, u"bind-not-writable"_s, mount.source,
                u"the file system of %1 is mounted read-only; mount it for writing, or add :ro here"_s.arg(path));
        } else if (const Writer writer = writerOf(service); !mount.readOnly && !mayWrite(*facts, writer)) {
            const QString who = writer.group ? u"user %1 and group %2"_s.arg(*writer.user).arg(*writer.group)
                                             : u"user %1"_s.arg(*writer.user);
            m_report.add(
                Severity::warning, u"bind-not-writable"_s, mount.source,
                u"%1 runs as %2, which may not write to %3 (it belongs to %4:%5, mode %6); change its owner, or "
                "PUID and PGID"_s.arg(shownName(service.name), who, path)
                    .arg(facts->user)
                    .arg(facts->group)
                    .arg(QString::number(facts->mode, 8)));
        }
    }

    void checkDevice(const ModelText &device)
    {
        const PathFacts *facts = isDevicePath(device) ? factsOf(hostPathOf(device)) : nullptr;
        if (facts && facts->kind == PathFacts::Kind::missing)
            m_report.add(m_grave, u"device-missing"_s, device.source,
                         u"this host has no %1, and the engine refuses to start without it; take it out, or load its "
                         "driver"_s.arg(shownName(hostPathOf(device))));
    }

    void checkFile(const ModelText &file, const QString &word)
    {
        const PathFacts *facts = file.known ? factsOf(file.text) : nullptr;
        if (facts && facts->kind == PathFacts::Kind::missing)
            m_report.add(
                m_grave, u"file-missing"_s, file.source,
                u"there is no %1, which is the %2; make it, or mend the path"_s.arg(shownName(file.text), word));
    }

    void checkPorts(const ModelService &service)
    {
        const ModelText *mode = service.setting(u"network_mode"_s);
        if (mode && mode->text == u"host")
            return;
        for (const ModelPort &port : service.ports) {
            // Of a range for one port the engine takes what is free.
            if (port.first == 0 || (port.targetFirst == port.targetLast && port.first != port.last))
                continue;
            const auto taken =
                std::find_if(m_facts.listeners->begin(), m_facts.listeners->end(), [&](const HostListener &one) {
                    return one.port >= port.first && one.port <= port.last && one.protocol == port.protocol
                        && addressesOverlap(one.address, port.hostIp);
                });
            if (taken == m_facts.listeners->end())
                continue;
            m_report.add(m_grave, u"port-taken"_s, port.source,
                         u"port %1/%2 of the host is taken by %3; stop that, or publish another port"_s.arg(
                             QString::number(taken->port), port.protocol,
                             taken->owner.isEmpty() ? u"another program"_s : shownName(taken->owner)));
        }
    }

    void checkName(const ModelService &service)
    {
        const ModelText *name = service.setting(u"container_name"_s);
        const auto taken = name ? m_facts.strangers.constFind(name->text) : m_facts.strangers.constEnd();
        if (taken == m_facts.strangers.constEnd())
            return;
        m_report.add(
            m_grave, u"container-name-taken"_s, name->source,
            taken->isEmpty()
                ? u"a container that no Compose project made is called %1 already; remove or rename that one, or "
                  "give this one another name"_s.arg(shownName(name->text))
                : u"a container of the project %2 is called %1 already; give this one another name, or let "
                  "Compose name it"_s.arg(shownName(name->text), shownName(*taken)),
            m_report.fixes().remove(name->source, u"Let Compose name it"_s));
    }

    const ComposeModel &m_model;
    const HostFacts &m_facts;
    CheckReport &m_report;
    Severity m_grave = Severity::error; // of what keeps the service at hand from coming up
};

} // namespace

HostQuestions hostQuestions(const ComposeModel &model)
{
    HostQuestions questions;
    QSet<QString> asked;
    const auto ask = [&](const QString &path) {
        if (path.isEmpty() || asked.contains(path) || asked.size() >= mostPaths)
            return;
        asked.insert(path);
        questions.paths.append(path);
    };
    for (const ModelService &service : model.services) {
        for (const ModelMount &mount : service.mounts) {
            if (mount.kind != ModelMount::Kind::bind || !mount.known)
                continue;
            ask(mount.from);
            const QStringList folders = commonFolders(mount);
            std::for_each(folders.begin(), folders.end(), ask);
        }
        const QList<ModelText> devices = service.lists.value(u"devices"_s);
        for (const ModelText &device : devices) {
            if (isDevicePath(device))
                ask(hostPathOf(device));
        }
        const QList<ModelText> files = service.lists.value(u"env_file"_s);
        for (const ModelText &file : files)
            ask(file.known ? file.text : QString());
        if (service.buildContext && service.buildContext->known)
            ask(service.buildContext->text);
        questions.ports = questions.ports || !service.ports.isEmpty();
    }
    for (const QString &section : {u"configs"_s, u"secrets"_s}) {
        const auto declared = model.sections.value(section);
        for (const ModelDeclaration &declaration : declared)
            ask(declaration.path && declaration.path->known ? declaration.path->text : QString());
    }
    return questions;
}

QList<model::Diagnostic> checkHost(const ComposeModel &model, const HostFacts &facts)
{
    CheckReport report;
    HostChecker(model, facts, report).run();
    return report.take();
}

} // namespace mediahelm::workspace
