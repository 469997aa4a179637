// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration_file.h"
#include "core/model/diagnostic.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace mediahelm::control {

class Adoption;
class CheckDesk;
class FileDesk;
class FormDesk;
class TextDesk;
class TextHelp;
class VariableDesk;

// A workspace that is open for editing. What is read, analysed and written happens elsewhere; nothing here blocks.
// Owned by who opened it; main thread.
class Configuration : public QObject
{
    Q_OBJECT

public:
    virtual const ConfigurationFacts &facts() const = 0;
    // What is wrong in all files, as they stand in the editor; sorted. Empty until the first diagnosed().
    virtual const QList<model::Diagnostic> &diagnostics() const = 0;
    virtual TextHelp &help() = 0;
    virtual VariableDesk &variableDesk() = 0;
    virtual FileDesk &fileDesk() = 0;
    virtual CheckDesk &checkDesk() = 0;
    virtual FormDesk &formDesk() = 0;
    virtual TextDesk &textDesk() = 0;

    // Looks at the disk now, for whoever has reason to think that it changed. It is watched besides.
    virtual void look() = 0;

Q_SIGNALS:
    void factsChanged();
    void diagnosed(); // diagnostics() are those of the newest texts
    void fileChanged(const QString &path); // on the disk, and not by TextDesk::save()
    void checksChanged(); // CheckDesk::checks()
    void draftKept(const QString &path); // it would survive now
    void failed(const mediahelm::base::Error &error); // the folder cannot be read any more, or a draft not be kept

protected:
    using QObject::QObject;
};

// Opens workspaces. Borrowed by the faces; main thread.
class Configurations
{
public:
    virtual ~Configurations() = default;

    // The workspace in a folder of this machine. Never null when it succeeds. Errors: notFound (it is none), invalid (a
    // manifest that cannot be read), refused, io.
    virtual QFuture<base::Result<std::shared_ptr<Configuration>>> open(const QString &folder) = 0;
    // What runs already, and might be opened; null where nobody can tell.
    virtual Adoption *adoption() = 0;
};

} // namespace mediahelm::control
