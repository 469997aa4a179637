// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hosts/host_form_values.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace mediahelm::ui {

// The fields of a host: its name and where its engine is reached. Owned by the host dialog; main thread.
class HostForm final : public QWidget
{
    Q_OBJECT

public:
    explicit HostForm(const QList<base::HostId> &taken, QWidget *parent = nullptr);

    void setValues(const HostFormValues &values);
    HostFormValues values() const;
    HostFormCheck check() const { return checkHostForm(values(), m_taken); }
    // Shows the problem at its field and goes there.
    void showProblem(const QString &problem, HostField field);

Q_SIGNALS:
    void changed();

private:
    void showFields(int index);
    QWidget *makeSshFields();
    QWidget *makeSocketFields();
    QWidget *makeTcpFields();
    QWidget *makeLocalFields();
    QLineEdit *makeEdit(const QString &placeholder, int longest);
    void onChanged();
    void suggestName();
    QLineEdit *editOf(HostField field) const;

    const QList<base::HostId> m_taken;
    bool m_nameIsMine = true; // a name that was suggested may be suggested anew
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QList<QWidget *> m_fields; // of each kind of connection; one is shown
    QLineEdit *m_sshUser = nullptr;
    QLineEdit *m_sshHost = nullptr;
    QSpinBox *m_sshPort = nullptr;
    QLineEdit *m_remoteSocket = nullptr;
    QLineEdit *m_socketPath = nullptr;
    QLineEdit *m_tcpHost = nullptr;
    QSpinBox *m_tcpPort = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace mediahelm::ui
