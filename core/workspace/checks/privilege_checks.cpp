// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

// Capabilities that make a container as good as root on the host.
bool isMighty(const QString &capability)
{
    static const QSet<QString> mighty{u"ALL"_s,        u"SYS_ADMIN"_s, u"SYS_MODULE"_s,
                                      u"SYS_PTRACE"_s, u"SYS_RAWIO"_s, u"DAC_READ_SEARCH"_s,
                                      u"BPF"_s,        u"SYS_BOOT"_s,  u"MAC_ADMIN"_s};
    return mighty.contains(capability);
}

bool isEngineSocket(const QString &path)
{
    static const QSet<QString> sockets{u"/var/run/docker.sock"_s, u"/run/docker.sock"_s,
                                       u"/var/run/podman/podman.sock"_s, u"/run/podman/podman.sock"_s,
                                       u"/run/containerd/containerd.sock"_s};
    return sockets.contains(path) || path.endsWith("/docker.sock"_L1);
}

// A folder through which whoever writes rules the host.
bool isSystemFolder(const QString &path)
{
    static const QSet<QString> folders{u"/"_s,    u"/etc"_s,     u"/boot"_s, u"/bin"_s,           u"/sbin"_s, u"/usr"_s,
                                       u"/lib"_s, u"/dev"_s,     u"/proc"_s, u"/sys"_s,           u"/root"_s, u"/var"_s,
                                       u"/run"_s, u"/var/run"_s, u"/home"_s, u"/var/lib/docker"_s};
    return folders.contains(path);
}

bool isRawDevice(const QString &path)
{
    for (const QString &start : {u"/dev/sd"_s, u"/dev/nvme"_s, u"/dev/vd"_s, u"/dev/md"_s, u"/dev/dm-"_s,
                                 u"/dev/mapper"_s, u"/dev/mem"_s, u"/dev/kmem"_s, u"/dev/port"_s}) {
        if (path.startsWith(start))
            return true;
    }
    return path == u"/dev";
}

class PrivilegeChecker
{
public:
    PrivilegeChecker(const ModelService &service, CheckReport &report)
        : m_service(service)
        , m_report(report)
    {
    }

    void run()
    {
        const ModelText *privileged = m_service.setting(u"privileged"_s);
        if (privileged && privileged->text == u"true")
            tell(Severity::warning, u"privileged"_s, {}, u"privileged-service"_s, privileged->source,
                 u"%1 is privileged, and so can do all that root can do on the host; give it the one capability or "
                 "device that it needs"_s);
        checkNamespaces();
        checkMounts();
        const QList<ModelText> capabilities = m_service.lists.value(u"cap_add"_s);
        for (const ModelText &capability : capabilities)
            checkCapability(capability);
        const QList<ModelText> devices = m_service.lists.value(u"devices"_s);
        for (const ModelText &device : devices)
            checkDevice(device);
        const QList<ModelText> options = m_service.lists.value(u"security_opt"_s);
        for (const ModelText &option : options) {
            if (option.known && (option.text.endsWith("unconfined"_L1) || option.text == u"label:disable"))
                tell(Severity::warning, u"security-opt"_s, option.text, u"security-disabled"_s, option.source,
                     u"%1 has one of the engine's guards switched off; take it out unless the image's makers ask for "
                     "it"_s);
        }
    }

private:
    // What the file itself gives a reason for, in x-mediahelm, is known and no more than a hint.
    void tell(Severity severity, const QString &kind, const QString &name, const QString &code,
              const ModelSource &source, const QString &message)
    {
        const auto known = m_service.privileges.constFind(kind);
        const bool named = known != m_service.privileges.constEnd()
            && (name.isEmpty() || known->contains(name) || known->contains(QString()));
        if (named && severity == Severity::hint)
            return;
        m_report.add(named ? Severity::hint : severity, code, source, message.arg(shownName(m_service.name)));
    }

    void checkNamespaces()
    {
        const ModelText *network = m_service.setting(u"network_mode"_s);
        if (network && network->text == u"host")
            tell(Severity::hint, u"host-network"_s, {}, u"host-network"_s, network->source,
                 u"%1 uses the network of the host itself: all its ports are open there, and nothing keeps it apart; "
                 "publish the ports that it needs, unless it has to see the network as it is"_s);
        for (const QString &key : {u"pid"_s, u"ipc"_s, u"userns_mode"_s}) {
            const ModelText *mode = m_service.setting(key);
            if (mode && mode->text == u"host")
                tell(Severity::warning, u"host-pid"_s, {}, u"host-namespace"_s, mode->source,
                     u"with %1: host, %2 sees into the host's own processes; take it out unless it has to measure "
                     "them"_s.arg(key, u"%1"_s));
        }
    }

    void checkMounts()
    {
        for (const ModelMount &mount : m_service.mounts) {
            if (mount.kind != ModelMount::Kind::bind || !mount.known)
                continue;
            const QString path =
                mount.from.size() > 1 && mount.from.endsWith(u'/') ? mount.from.chopped(1) : mount.from;
            if (isEngineSocket(path))
                tell(Severity::warning, u"docker-socket"_s, {}, u"docker-socket"_s, mount.source,
                     u"%1 gets the engine's socket: whoever takes it over rules the host, also when it is mounted "
                     "read-only; put a proxy that filters in between, or take it out"_s);
            else if (isSystemFolder(path) && !mount.readOnly)
                tell(Severity::warning, u"host-files"_s, path, u"host-files"_s, mount.source,
                     u"%1 may write to %2 of the host, and so change the system itself; add :ro, or mount the folder "
                     "that it needs"_s.arg(u"%1"_s, shownName(path)));
        }
    }

    void checkCapability(const ModelText &capability)
    {
        QString name = capability.text.toUpper();
        if (name.startsWith("CAP_"_L1))
            name.remove(0, 4);
        if (!capability.known)
            return;
        if (isMighty(name))
            tell(Severity::warning, u"capability"_s, name, u"dangerous-capability"_s, capability.source,
                 u"%1 gets the capability %2, which is nearly as good as root on the host; take it out unless the "
                 "image's makers ask for it"_s.arg(u"%1"_s, shownName(name)));
        else if (name == u"NET_ADMIN")
            tell(Severity::hint, u"capability"_s, name, u"dangerous-capability"_s, capability.source,
                 u"%1 gets the capability NET_ADMIN, and may change its network as it likes; only VPN clients and "
                 "firewalls need that"_s);
    }

    void checkDevice(const ModelText &device)
    {
        const QString path = device.text.section(u':', 0, 0);
        if (!device.known || !path.startsWith(u'/'))
            return;
        const bool raw = isRawDevice(path);
        tell(
            raw ? Severity::warning : Severity::hint, u"device"_s, path, u"device-access"_s, device.source,
            raw ? u"%1 gets the disk or memory %2 itself, past all permissions of files; mount a folder of it instead"_s
                      .arg(u"%1"_s, shownName(path))
                : u"%1 gets the device %2 of the host"_s.arg(u"%1"_s, shownName(path)));
    }

    const ModelService &m_service;
    CheckReport &m_report;
};

} // namespace

void checkPrivileges(const ComposeModel &model, CheckReport &report)
{
    for (const ModelService &service : model.services)
        PrivilegeChecker(service, report).run();
}

} // namespace mediahelm::workspace
