// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/compose_model.h"
#include "core/workspace/checks/lay_services.h"
#include "core/workspace/checks/model_difference.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

// Merges the files of one unit, and adds what it includes.
class Merger
{
public:
    explicit Merger(const ModelUnit &unit)
        : m_unit(unit)
    {
        m_model.files = unit.files;
        QList<std::shared_ptr<const FileModel>> extended = unit.extended.values();
        std::ranges::sort(extended, {}, [](const auto &file) { return file->path; });
        m_model.files += extended;
        m_model.complete = unit.complete;
    }

    ComposeModel merge()
    {
        for (const auto &file : m_unit.files) {
            for (const QString &section : file->cleared)
                m_model.sections.remove(section);
            if (file->cleared.contains(u"services"_s)) {
                m_model.services.clear();
                m_model.index.clear();
            }
            for (const ModelService &service : file->services)
                add(service.extends ? extended(*file, service) : service);
            for (auto section = file->sections.begin(); section != file->sections.end(); ++section) {
                for (auto it = section->begin(); it != section->end(); ++it)
                    declare(section.key(), it.key(), *it);
            }
        }
        m_model.services.removeIf([](const ModelService &service) { return service.tag == ModelTag::reset; });
        m_model.index.clear();
        for (qsizetype i = 0; i < m_model.services.size(); ++i)
            m_model.index.insert(m_model.services.at(i).name, i);
        for (const ModelUnit &included : m_unit.included)
            take(Merger(included).merge());
        return std::move(m_model);
    }

private:
    void declare(const QString &section, const QString &name, const ModelDeclaration &declaration)
    {
        QMap<QString, ModelDeclaration> &known = m_model.sections[section];
        const auto below = known.find(name);
        if (declaration.tag == ModelTag::reset)
            known.remove(name);
        else if (below == known.end() || declaration.tag == ModelTag::replaced)
            known.insert(name, declaration);
        else
            layDeclaration(*below, declaration);
    }

    void add(const ModelService &service)
    {
        const auto index = m_model.index.constFind(service.name);
        const bool known = index != m_model.index.constEnd();
        if (service.tag == ModelTag::reset) {
            if (known)
                m_model.services[*index].tag = ModelTag::reset; // goes in the end
            m_model.index.remove(service.name);
        } else if (!known) {
            m_model.index.insert(service.name, m_model.services.size());
            m_model.services.append(service);
        } else if (service.tag == ModelTag::replaced) {
            m_model.services[*index] = service;
        } else {
            layService(m_model.services[*index], service);
        }
    }

    // What is included is merged already; a name that is here must mean the very same there.
    void take(ComposeModel &&included)
    {
        m_model.files += included.files;
        m_model.complete = m_model.complete && included.complete;
        m_model.conflicts += included.conflicts;
        m_model.extendsCycles += included.extendsCycles;
        for (const ModelService &service : std::as_const(included.services)) {
            if (const ModelService *here = m_model.find(service.name)) {
                if (differ(*here, service))
                    m_model.conflicts.append({u"services"_s, service.name, here->key, service.key});
                continue;
            }
            m_model.index.insert(service.name, m_model.services.size());
            m_model.services.append(service);
        }
        for (auto section = included.sections.cbegin(); section != included.sections.cend(); ++section) {
            QMap<QString, ModelDeclaration> &known = m_model.sections[section.key()];
            for (auto it = section->cbegin(); it != section->cend(); ++it) {
                const auto here = known.constFind(it.key());
                if (here == known.constEnd())
                    known.insert(it.key(), *it);
                else if (differ(*here, *it))
                    m_model.conflicts.append({section.key(), it.key(), here->key, it->key});
            }
        }
    }

    static const ModelService *serviceIn(const FileModel &file, const QString &name)
    {
        const auto found = std::find_if(file.services.begin(), file.services.end(),
                                        [&](const ModelService &one) { return one.name == name; });
        return found == file.services.end() ? nullptr : &*found;
    }

    ModelService extended(const FileModel &file, const ModelService &service)
    {
        QList<const ModelService *> chain;
        return extended(file, service, chain);
    }

    // The service over what it extends; Compose does so file by file. `chain` is what extends it, the outermost first.
    ModelService extended(const FileModel &file, const ModelService &service, QList<const ModelService *> &chain)
    {
        chain.append(&service);
        const FileModel *from = service.extends->file ? m_unit.extended.value(service.extends->path).get() : &file;
        const ModelService *base = from ? serviceIn(*from, service.extends->service.text) : nullptr;
        const qsizetype met = base ? chain.indexOf(base) : -1;
        if (met >= 0)
            noteCycle(chain.mid(met));
        if (!base || met >= 0 || chain.size() > longestChain) {
            ModelService alone = service;
            alone.complete = false;
            return alone;
        }
        ModelService whole = base->extends ? extended(*from, *base, chain) : *base;
        layService(whole, service);
        whole.name = service.name;
        whole.key = service.key;
        whole.extends = service.extends;
        return whole;
    }

    // A circle is met from each of its services, and told once.
    void noteCycle(const QList<const ModelService *> &circle)
    {
        QList<ModelSource> places;
        for (const ModelService *one : circle) {
            if (m_inCycle.contains(one))
                return;
            places.append(one->extends->service.source);
        }
        for (const ModelService *one : circle)
            m_inCycle.insert(one);
        m_model.extendsCycles.append(places);
    }

    static constexpr qsizetype longestChain = 100;

    const ModelUnit &m_unit;
    QSet<const ModelService *> m_inCycle;
    ComposeModel m_model;
};

} // namespace

const ModelText *ModelService::setting(const QString &wanted) const
{
    const auto it = settings.constFind(wanted);
    return it == settings.constEnd() || !it->known ? nullptr : &*it;
}

int ModelService::count() const
{
    for (const QString &wanted : {u"scale"_s, u"replicas"_s}) {
        if (const ModelText *text = setting(wanted))
            return text->text.toInt();
    }
    return 1;
}

QString ModelService::serviceOf(const QString &modeKey) const
{
    const ModelText *mode = setting(modeKey);
    return mode && mode->text.startsWith("service:"_L1) ? mode->text.mid(8) : QString();
}

const ModelService *ComposeModel::find(const QString &service) const
{
    const auto it = index.constFind(service);
    return it == index.constEnd() ? nullptr : &services[*it];
}

QStringList ComposeModel::serviceNames() const
{
    QStringList names;
    for (const ModelService &service : services)
        names.append(service.name);
    return names;
}

ComposeModel mergeModels(const ModelUnit &unit)
{
    return Merger(unit).merge();
}

} // namespace mediahelm::workspace
