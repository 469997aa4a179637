// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"
#include "core/control/check_desk.h"
#include "core/control/configuration.h"
#include "core/control/file_desk.h"
#include "core/control/text_desk.h"
#include "core/control/variable_desk.h"
#include "fakes/fake_forms.h"

#include <QMap>
#include <QPointer>

#include <optional>

namespace mediahelm::fakes {

// A workspace in memory: `disk` is what lies there, answers are what a test puts in. Calls are answered at once.
class FakeConfiguration final : public control::Configuration,
                                public std::enable_shared_from_this<FakeConfiguration>,
                                private control::TextHelp,
                                private control::VariableDesk,
                                private control::FileDesk,
                                private control::CheckDesk,
                                private control::TextDesk
{
    Q_OBJECT

public:
    explicit FakeConfiguration(const QString &folder);

    // The sample: a manifest, layers of variables, four services, and what is wrong in them.
    void fill();
    void addFile(const QString &path, control::FileKind kind, const QByteArray &bytes);
    void setDiagnostics(const QList<model::Diagnostic> &diagnostics); // and tells of them
    void changeOnDisk(const QString &path, const QByteArray &bytes); // as another program would
    void removeFromDisk(const QString &path);
    void failNextFileWork(const base::Error &error) { m_fileWorkFails = error; }
    void failNextSave(const base::Error &error) { m_saveFails = error; }

    const control::ConfigurationFacts &facts() const override { return m_facts; }
    const QList<model::Diagnostic> &diagnostics() const override { return m_diagnostics; }
    control::TextHelp &help() override { return *this; }
    control::VariableDesk &variableDesk() override { return *this; }
    control::FileDesk &fileDesk() override { return *this; }
    control::CheckDesk &checkDesk() override { return *this; }
    void setChecks(const control::CheckState &state); // and tells of them
    control::FormDesk &formDesk() override { return forms; }
    control::TextDesk &textDesk() override { return *this; }
    QFuture<base::Result<control::MergedText>> merge(const QByteArray &base, const QByteArray &theirs,
                                                     const QByteArray &mine) override;
    void look() override { Q_EMIT diagnosed(); }

    FakeForms forms;
    QMap<QString, QByteArray> disk;
    QMap<QString, QByteArray> texts; // of the editor
    QList<control::Draft> kept;
    control::Completions completions;
    control::Explanation explanation;
    QList<control::WorkspaceVariable> known; // the variables
    std::optional<control::TextTarget> target;
    control::MergedText merged;
    int checked = 0; // how often checkNow() was called
    control::FileStake stakes; // of any file; its digest is the file's
    control::WorkspaceSecrets knownSecrets;
    std::optional<control::SecretMove> move; // none: notFound

private:
    QFuture<base::Result<control::FileText>> read(const QString &path) override;
    QFuture<base::Result<control::FileText>> save(const QString &path, const QByteArray &text,
                                                  const QByteArray &base) override;
    void setText(const QString &path, const QByteArray &text, const QByteArray &base) override;
    void dropText(const QString &path) override;
    QFuture<base::Result<QList<control::Draft>>> drafts() override;

    QFuture<base::Result<control::Completions>> complete(const QString &path, const QByteArray &text,
                                                         qsizetype at) override;
    QFuture<base::Result<control::Explanation>> explain(const QString &path, const QByteArray &text,
                                                        qsizetype at) override;
    QFuture<base::Result<control::TextTarget>> definition(const QString &path, const QByteArray &text,
                                                          qsizetype at) override;
    QFuture<base::Result<control::FoundTexts>> find(const control::TextSearch &search) override;

    QFuture<base::Result<QList<control::WorkspaceVariable>>> variables() override;
    // NAME=VALUE at the end, whatever there was.
    QFuture<base::Result<QByteArray>> withValue(const QByteArray &layer, const QString &name,
                                                const QString &value) override;
    // The lines that begin with "NAME=" taken out.
    QFuture<base::Result<QByteArray>> withoutValue(const QByteArray &layer, const QString &name) override;
    QFuture<base::Result<control::WorkspaceSecrets>> secrets() override;
    QFuture<base::Result<control::SecretMove>> moveOut(const control::PlainSecret &secret) override;

    const control::CheckState &checks() const override { return m_checks; }
    void checkNow() override { ++checked; }

    QString patternFor(control::FileKind kind) const override;
    QFuture<base::Result<control::FileStake>> stake(const QString &path) override;
    QFuture<base::Status> create(const QString &path, control::FileKind kind, const QByteArray &text) override;
    QFuture<base::Status> createService(const QString &path, const QByteArray &text,
                                        const QStringList &secrets) override;
    QFuture<base::Status> rename(const QString &path, const QString &to) override;
    QFuture<base::Result<control::RemovedFile>> remove(const QString &path, const QByteArray &digest) override;
    QFuture<base::Status> restore(const control::RemovedFile &file) override;

    control::ConfigurationFacts m_facts;
    QList<model::Diagnostic> m_diagnostics;
    std::optional<base::Error> m_saveFails;
    std::optional<base::Error> m_fileWorkFails;
    control::CheckState m_checks;
};

// Opens the sample, whatever the folder. Owned by the test; main thread.
class FakeConfigurations final : public control::Configurations
{
public:
    QFuture<base::Result<std::shared_ptr<control::Configuration>>> open(const QString &folder) override;

    control::Adoption *adoption() override { return running; }

    control::Adoption *running = nullptr;
    void failNext(const base::Error &error) { m_fails = error; }
    FakeConfiguration *last() const { return m_last; } // null when it is closed
    QList<control::Draft> drafts; // of what is opened next

private:
    std::optional<base::Error> m_fails;
    QPointer<FakeConfiguration> m_last;
};

} // namespace mediahelm::fakes
