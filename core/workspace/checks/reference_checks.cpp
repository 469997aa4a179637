// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

// What a name stands for, in a message.
struct Wanted {
    QString section; // "networks"
    QString word; // "network"
    QString code;
    QString mend;
    bool canBeDeclared = false; // by its name alone
};

const QList<Wanted> &wantedSections()
{
    static const QList<Wanted> all{
        {u"networks"_s, u"network"_s, u"undefined-network"_s, u"declare it under networks"_s, true},
        {u"volumes"_s, u"volume"_s, u"undefined-volume"_s,
         u"declare it under volumes, or write ./%1 where a folder beside the file is meant"_s, true},
        {u"configs"_s, u"config"_s, u"undefined-config"_s, u"declare it under configs with its file"_s, false},
        {u"secrets"_s, u"secret"_s, u"undefined-secret"_s, u"declare it under secrets with its file"_s, false},
    };
    return all;
}

class ReferenceChecker
{
public:
    ReferenceChecker(const ComposeModel &model, CheckReport &report)
        : m_model(model)
        , m_report(report)
        , m_services(model.serviceNames())
    {
    }

    void run()
    {
        if (!m_model.complete) // the rest may stand in what is included
            return;
        for (const ModelService &service : m_model.services) {
            checkSections(service);
            checkServices(service);
        }
        for (const Wanted &wanted : wantedSections())
            checkUnused(wanted);
    }

private:
    void checkSections(const ModelService &service)
    {
        for (const Wanted &wanted : wantedSections()) {
            const QList<ModelReference> references = service.references.value(wanted.section);
            for (const ModelReference &reference : references) {
                if (reference.name.known && !(wanted.section == u"networks" && reference.name.text == u"default"))
                    checkName(wanted, reference.name.text, reference.name.source, reference.isItem, references);
            }
        }
        for (const ModelMount &mount : service.mounts) {
            if (mount.kind == ModelMount::Kind::volume && mount.known)
                checkName(wantedSections()[1], mount.from, mount.source, false, {});
        }
    }

    void checkName(const Wanted &wanted, const QString &name, const ModelSource &source, bool canBeRenamed,
                   const QList<ModelReference> &beside)
    {
        const auto section = m_model.sections.value(wanted.section);
        m_used[wanted.section].insert(name);
        if (section.contains(name) || !m_report.isNew(wanted.code, source))
            return;
        const QString near = likelyName(name, section.keys());
        const QString shown = shownName(name);
        QString message = u"no %1 %2 is declared; "_s.arg(wanted.word, shown);
        std::optional<model::DiagnosticFix> fix;
        if (!near.isEmpty()) {
            message += u"did you mean %1?"_s.arg(shownName(near));
            if (canBeRenamed && !contains(beside, near))
                fix = CheckFixes::setText(source, near, u"Name it %1"_s.arg(shownName(near)));
        } else {
            message += wanted.mend.contains(u'%') ? wanted.mend.arg(shown) : wanted.mend;
            if (wanted.canBeDeclared && !source.file->isExtended) // of that only services count
                fix = m_report.fixes().declare(*source.file, wanted.section, name,
                                               u"Declare the %1 %2"_s.arg(wanted.word, shown));
        }
        m_report.add(Severity::error, wanted.code, source, message, fix);
    }

    void checkServices(const ModelService &service)
    {
        for (const QString &key : {u"depends_on"_s, u"links"_s, u"volumes_from"_s}) {
            const QList<ModelReference> references = service.references.value(key);
            for (const ModelReference &reference : references) {
                QString name = reference.name.text;
                if (!reference.name.known || (key == u"volumes_from" && name.startsWith("container:"_L1)))
                    continue;
                if (key != u"depends_on")
                    name = name.section(u':', 0, 0);
                checkService(key, name, reference.name.source, reference.isItem && name == reference.name.text,
                             references);
            }
        }
        for (const QString &key : {u"network_mode"_s, u"pid"_s, u"ipc"_s}) {
            const QString name = service.serviceOf(key);
            if (!name.isEmpty())
                checkService(key, name, service.setting(key)->source, false, {});
        }
        for (const ModelSource &part : service.parts) {
            if (service.extends || service.parts.size() > 1)
                checkExtends(part);
        }
    }

    // Each service that this one is made of may extend another. Compose looks for it in the same file, or in the one
    // that is named, alone.
    void checkExtends(const ModelSource &part)
    {
        const QList<ModelService> &services = part.file->services;
        const auto found = std::find_if(services.begin(), services.end(), [&part](const ModelService &one) {
            return one.parts.constFirst().node == part.node;
        });
        if (found == services.end() || !found->extends || !found->extends->service.known)
            return;
        const ModelText &base = found->extends->service;
        const FileModel *from = base.source.file;
        if (found->extends->file) {
            const auto read = std::find_if(m_model.files.begin(), m_model.files.end(), [&found](const auto &file) {
                return file->isExtended && file->path == found->extends->path;
            });
            from = read == m_model.files.end() ? nullptr : read->get();
        }
        if (!from)
            return; // that is told where it is read
        QStringList names;
        for (const ModelService &one : from->services)
            names.append(one.name);
        if (names.contains(base.text))
            return;
        const QString near = likelyName(base.text, names);
        m_report.add(Severity::error, u"undefined-service"_s, base.source,
                     u"extends names the service %1, which %2 does not have; %3"_s.arg(
                         shownName(base.text), from == base.source.file ? u"this file"_s : shownName(from->path),
                         near.isEmpty() ? u"give the file that has it"_s : u"did you mean %1?"_s.arg(shownName(near))));
    }

    static bool contains(const QList<ModelReference> &references, const QString &name)
    {
        return std::any_of(references.begin(), references.end(),
                           [&](const ModelReference &one) { return one.name.text == name; });
    }

    void checkService(const QString &key, const QString &name, const ModelSource &source, bool canBeRenamed,
                      const QList<ModelReference> &beside)
    {
        const QString code = u"undefined-service"_s;
        if (m_model.find(name) || !m_report.isNew(code, source))
            return;
        const QString near = likelyName(name, m_services);
        std::optional<model::DiagnosticFix> fix;
        if (!near.isEmpty()) {
            const QString title = u"Name it %1"_s.arg(shownName(near));
            if (canBeRenamed && !contains(beside, near))
                fix = CheckFixes::setText(source, near, title);
            else if (source.node.exists() && !source.node.isKey()
                     && source.node.target().text() == u"service:"_s + name)
                fix = CheckFixes::setText(source, u"service:"_s + near, title);
        }
        m_report.add(Severity::error, code, source,
                     u"%1 names the service %2, which there is not; %3"_s.arg(
                         key, shownName(name),
                         near.isEmpty() ? u"add it, or take this out"_s : u"did you mean %1?"_s.arg(shownName(near))),
                     fix);
    }

    void checkUnused(const Wanted &wanted)
    {
        const auto section = m_model.sections.value(wanted.section);
        for (auto it = section.begin(); it != section.end(); ++it) {
            const bool implied = wanted.section == u"networks" && it.key() == u"default";
            if (implied || m_used.value(wanted.section).contains(it.key()))
                continue;
            m_report.add(Severity::hint, u"unused-declaration"_s, it->key,
                         u"no service uses the %1 %2; take it out, or name it in a service"_s.arg(wanted.word,
                                                                                                  shownName(it.key())));
        }
    }

    const ComposeModel &m_model;
    CheckReport &m_report;
    const QStringList m_services;
    QHash<QString, QSet<QString>> m_used; // section to names
};

} // namespace

void checkReferences(const ComposeModel &model, CheckReport &report)
{
    ReferenceChecker(model, report).run();
}

} // namespace mediahelm::workspace
